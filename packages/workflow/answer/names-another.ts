import type { Quote } from '../ports/index.ts'

/** Words of names that are common words as well: "One", "Run" or "Old" in a quote names nobody. */
const common =
  /^(?:the|and|one|run|old|new|town|house|lodge|rooms?|hotel|court|rest|grand|lite|basic|work|studio|pro|mini|max|plus|air|home|family|hub|line|fibre|cable|flex|street|movers|moves|removals|daughters|little|bar|corn|voice|fold|slate|flip|blaze|lever|nine|haven|dart)$/

/** The words by which an item is called: capitalised, three letters or more, and no common words. */
function callNames(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word))
    .map((word) => word.toLowerCase())
    .filter((word) => !common.test(word))
}

/**
 * Puts quotes that call another item by name behind those that do not: "the Orso has cleaner sound" stands in a review of the Tern, and is no word for it.
 * Order is kept otherwise; nothing is dropped, since a comparison may be all that was said.
 *
 * @param names names of the items that could be meant
 */
export function ownQuotesFirst(quotes: readonly Quote[], names: readonly string[]): Quote[] {
  const called = new Map(names.map((name) => [name, callNames(name)]))
  const words = [...new Set([...called.values()].flat())]
  if (words.length === 0) return [...quotes]
  // One pattern for all names: hundreds of quotes are looked through before the first word of an answer.
  const anyName = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, 'giu')
  const namesAnother = ({ quote, itemName }: Quote): boolean => {
    const own = called.get(itemName) ?? callNames(itemName)
    return (quote.match(anyName) ?? []).some((word) => !own.includes(word.toLowerCase()))
  }
  const marked = quotes.map((quote) => ({ quote, another: namesAnother(quote) }))
  return [...marked.filter(({ another }) => !another), ...marked.filter(({ another }) => another)].map(
    ({ quote }) => quote,
  )
}

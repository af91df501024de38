import { createOpinionFinder, type OpinionFinder } from '@reviewguide/opinions'

/** One category for each kind of thing that the science has lists for. */
const kinds = ['electronics', 'kitchen appliances', 'hotels', 'restaurants', 'cars', 'clothing', 'services']

/** Texts that are looked at, spread over all that are given, and UTF-16 units of each: half a second's work. */
const LOOKED_AT = 150
const BEGINNING = 400

/** Fewer texts say too little, and what they are about is then left open. */
const FEWEST_TEXTS = 20

/**
 * What texts are likely about, as the name of a category: that whose lists know most of the words which they judge. A word counts with the root of
 * its uses, so that one which every text has ("phone") does not decide alone. Empty when there are fewer than 20 texts or no list knows any.
 */
export function likelyCategory(
  texts: readonly string[],
  finder: OpinionFinder = createOpinionFinder({ openVocabulary: false }),
): string {
  if (texts.length < FEWEST_TEXTS) return ''
  const step = Math.max(1, Math.floor(texts.length / LOOKED_AT))
  const some = texts.filter((_, index) => index % step === 0).slice(0, LOOKED_AT)
  let likely = { category: '', known: 0 }
  for (const category of kinds) {
    const uses = new Map<string, number>()
    for (const text of some) {
      for (const { term, implicit } of finder.find(text.slice(0, BEGINNING), category)) {
        if (!implicit) uses.set(term.toLowerCase(), (uses.get(term.toLowerCase()) ?? 0) + 1)
      }
    }
    const known = [...uses.values()].reduce((sum, count) => sum + Math.sqrt(count), 0)
    if (known > likely.known) likely = { category, known }
  }
  return likely.category
}

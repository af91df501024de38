import { type Item, ItemId } from '@reviewguide/contracts'
import { CommandError } from '../command-error.ts'
import type { Corpus } from '../dependencies.ts'
import { didYouMean, nearNames } from '../near-names.ts'

/** Items that an unknown name is compared with. */
const COMPARED = 200

/**
 * The item that a person names: by our id, the import's id, its name, or a close spelling of it. With a category only there.
 * Throws `CommandError` with near names when there is none, and with the ids when there are several.
 */
export async function findItem(
  said: string,
  category: string | undefined,
  corpus: Corpus,
  signal: AbortSignal,
): Promise<Item> {
  const byId = ItemId.safeParse(said)
  const exact = await itemsOf([...(byId.success ? [byId.data] : []), ...(await corpus.itemsCalled(said.trim()))])
  const found = exact.length > 0 ? exact : await itemsOf(await closeTo())
  const [only, another] = found
  if (only && !another) return only
  if (only) {
    const ids = found.map(({ itemId, name, category }) => `\n  ${itemId}  ${name}, ${category}`)
    throw new CommandError(`Several items are called "${said}"; name one by its id:${ids.join('')}`)
  }
  const within = category === undefined ? '' : ` in ${category}`
  throw new CommandError(`There is no item "${said}"${within}.${didYouMean(await nearest())}`)

  async function itemsOf(itemIds: ItemId[]): Promise<Item[]> {
    if (itemIds.length === 0) return []
    const query = { ...anything, itemIds, category, limit: itemIds.length }
    return (await corpus.search.search(query, signal)).candidates
  }

  /** A name in a longer text is not meant: all that was said must be the name. */
  async function closeTo(): Promise<ItemId[]> {
    const named = await corpus.catalogue.namedIn(said, signal)
    const letters = said.trim().length
    return named.filter(({ start, end }) => end - start >= letters * 0.8).map(({ itemId }) => itemId)
  }

  async function nearest(): Promise<string[]> {
    const named = await corpus.catalogue.namedIn(said, signal)
    const alike = await corpus.search.search({ ...anything, text: said, category, limit: COMPARED }, signal)
    return nearNames(said, [...new Set([...named, ...alike.candidates].map(({ name }) => name))])
  }
}

const anything = { text: '', brandsIn: [], brandsOut: [], itemsOut: [], aspects: [] }

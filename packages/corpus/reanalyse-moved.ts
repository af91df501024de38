import type { ImportId } from '@reviewguide/contracts'
import type { Analyser, CorpusWriter, WrittenReview } from './ports/index.ts'

/** Reviews a transaction, as in the import itself. */
const PAGE = 1000

/**
 * Analyses the reviews of items whose category has changed anew, because a category decides how aspects are named: metadata that comes after the reviews leads to
 * the same opinions as metadata that came before. What an interruption leaves undone, the next import does. Ends early when the signal says so.
 */
export async function reanalyseMoved(
  importId: ImportId,
  store: CorpusWriter,
  analyser: Analyser,
  signal: AbortSignal,
): Promise<void> {
  for (let after = ''; ; ) {
    if (signal.aborted) return
    const page = await store.moved(after, PAGE)
    const last = page.at(-1)
    if (last === undefined) break
    after = last.reviewId
    const analysed = await analyser.analyse(page)
    const reviews = page.map(({ category, ...review }, i) => ({
      ...review,
      ...analysed[i],
      analysedAs: category,
      replaces: true,
    }))
    await store.write({ importId, items: [], reviews: reviews as WrittenReview[] })
  }
  await store.settleMoved()
}

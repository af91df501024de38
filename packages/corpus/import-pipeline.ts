import type { ImportId } from '@reviewguide/contracts'
import { createOccurrences } from './occurrences.ts'
import type { Analyser, CorpusWriter, NewItem, NewReview, WriteBatch, Written } from './ports/index.ts'
import { NO_CATEGORY } from './prepare-item.ts'

/** Reviews a transaction: more would save little, and lose more when interrupted. */
const BATCH_REVIEWS = 2500

/** Text a batch, in UTF-16 units, so that long reviews do not fill the memory. */
const BATCH_TEXT = 500_000

/** Batches on their way at once: while one is written the threads have another to read, and the next to go on with. More would only wait, and take memory. */
const IN_FLIGHT = 3

export interface ImportPipeline {
  /** Takes an item, mostly with a review of it; waits while enough are on their way. Throws what went wrong with those before. */
  add(item: NewItem, review: NewReview | null): Promise<void>
  /** Waits until nothing is on its way any more; throws nothing. */
  settle(): Promise<void>
  /** Writes the rest. */
  finish(): Promise<Written>
  /** Reviews that went all the way. */
  stored(): number
  /** How many of the new and changed reviews were in which other language than English; no opinions were found in those. */
  foreign(): ReadonlyMap<string, number>
}

/** Brings reviews in batches through analysis into the store; those already stored with the same content are not analysed again. Writes happen one after another. */
export function createImportPipeline({
  importId,
  store,
  analyser,
  dryRun,
}: {
  importId: ImportId
  store: CorpusWriter
  analyser: Analyser
  dryRun: boolean
}): ImportPipeline {
  let items = new Map<string, NewItem>()
  let reviews = new Map<string, NewReview>()
  const seen = createOccurrences()
  let text = 0
  /** Ids of the file's own that came before: the first row of an id counts, so that running the file again finds what is stored. */
  const own = createOccurrences()
  const total: Written = { added: 0, updated: 0, opinions: 0 }
  let stored = 0
  const foreign = new Map<string, number>()
  let failure: { error: unknown } | null = null
  let lastWrite: Promise<void> = Promise.resolve()
  const inFlight = new Set<Promise<void>>()

  const write = async (batch: WriteBatch): Promise<void> => {
    if (failure) return
    if (batch.reviews.length === 0 && batch.items.length === 0) return
    const result = dryRun ? counted(batch) : await store.write(batch)
    total.added += result.added
    total.updated += result.updated
    total.opinions += result.opinions
  }

  /** What a dry run would have done: a review counts once, in whichever batch it comes again. */
  const counted = (batch: WriteBatch): Written => {
    const fresh = batch.reviews.filter(({ reviewId }) => seen.count(reviewId) === 1)
    const updated = fresh.filter(({ replaces }) => replaces).length
    const opinions = fresh.reduce((sum, review) => sum + review.opinions.length, 0)
    return { added: fresh.length - updated, updated, opinions }
  }

  const run = async (batchItems: Map<string, NewItem>, batchReviews: NewReview[]): Promise<void> => {
    const known = await store.known(
      batchReviews,
      [...batchItems.values()].map(({ itemId }) => itemId),
    )
    const changed = ({ reviewId, content }: NewReview) => content !== null && known.reviews.get(reviewId) !== content
    const fresh = batchReviews.filter((review) => !known.reviews.has(review.reviewId) || changed(review))
    // The stored item's category stands above the row's, as it does when the item is written.
    const category = ({ itemId }: NewReview) => {
      const stored = known.categories.get(itemId) ?? NO_CATEGORY
      return stored === NO_CATEGORY ? (batchItems.get(itemId)?.category ?? NO_CATEGORY) : stored
    }
    const analysed = await analyser.analyse(fresh.map((review) => ({ ...review, category: category(review) })))
    for (const { language } of analysed)
      if (language !== null && language !== 'en') foreign.set(language, (foreign.get(language) ?? 0) + 1)
    const both = fresh.map(
      (review, i) =>
        ({
          ...review,
          ...analysed[i],
          analysedAs: category(review),
          replaces: known.reviews.has(review.reviewId),
        }) as WriteBatch['reviews'][number],
    )
    const written = lastWrite.then(() => write({ importId, items: [...batchItems.values()], reviews: both }))
    lastWrite = written.catch(() => undefined)
    await written
    stored += batchReviews.length
  }

  const send = () => {
    const task: Promise<void> = run(items, [...reviews.values()])
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => inFlight.delete(task))
    inFlight.add(task)
    items = new Map()
    reviews = new Map()
    text = 0
  }

  const settle = async () => {
    while (inFlight.size > 0) await Promise.all(inFlight)
  }

  return {
    async add(item, review) {
      if (failure) throw failure.error
      const same = items.get(item.itemId)
      items.set(item.itemId, same ? merged(same, item) : item)
      // The same key twice in a file is one review.
      const again = review?.externalId != null && own.count(review.reviewId) > 1
      if (review !== null && !again && !reviews.has(review.reviewId)) {
        reviews.set(review.reviewId, review)
        text += review.body.length
      }
      if (reviews.size < BATCH_REVIEWS && items.size < BATCH_REVIEWS && text < BATCH_TEXT) return
      send()
      while (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight)
    },
    settle,
    async finish() {
      if (reviews.size > 0 || items.size > 0) send()
      await settle()
      if (failure) throw failure.error
      return total
    },
    stored: () => stored,
    foreign: () => foreign,
  }
}

/** What was known of the item first stays; a later row adds what was lacking. */
function merged(first: NewItem, later: NewItem): NewItem {
  const named = first.nameless && !later.nameless
  return {
    ...first,
    name: named ? later.name : first.name,
    nameless: first.nameless && later.nameless,
    described: first.described || later.described,
    category: first.category === NO_CATEGORY ? later.category : first.category,
    brand: first.brand ?? later.brand,
    price: first.price ?? later.price,
    url: first.url ?? later.url,
    image: first.image ?? later.image,
    attributes: { ...later.attributes, ...first.attributes },
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPostgresCorpusWriter } from '@reviewguide/adapters/postgres'
import { ImportId, type Polarity, type Trust } from '@reviewguide/contracts'
import { createWorkerAnalyser, importFiles, undoImport } from '@reviewguide/corpus'
import { type ReviewAmongOthers, trustContexts, weighReview } from '@reviewguide/opinions'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MadeReview, madeCorpus } from './made-corpus.ts'

interface Stored extends ReviewAmongOthers {
  reviewId: string
  title: string | null
  verified: boolean | null
  helpfulVotes: number | null
  polarities: Polarity[]
  trust: Trust
}

describe('trust as the import finds it by its indexes', () => {
  const analyser = createWorkerAnalyser({ threads: 1 })
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await createTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'reviewguide-trust-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await analyser.close()
    await database.drop()
  })
  beforeEach(() =>
    database.pool.query('truncate reviewguide.imports, reviewguide.items, reviewguide.stale_items cascade'),
  )

  const load = async (reviews: readonly MadeReview[]): Promise<ImportId> => {
    const path = join(folder, 'part.jsonl')
    const lines = reviews.map(({ item, brand, text, rating, writtenAt, author, verified }) => ({
      item: { id: item, name: item, ...(brand && { brand }) },
      review: {
        id: `${item} ${text} ${author} ${writtenAt} ${rating} ${verified}`,
        text,
        rating,
        writtenAt,
        author,
        verified,
      },
      source: 'made',
    }))
    // A field that is null is one that the source does not have.
    const json = (line: object) => JSON.stringify(line, (_, value: unknown) => (value === null ? undefined : value))
    writeFileSync(path, lines.map((line) => `${json(line)}\n`).join(''))
    const [outcome] = await importFiles([path], {
      store: createPostgresCorpusWriter(database.pool),
      analyser,
      clock: { now: () => new Date() },
      signal: new AbortController().signal,
    })
    if (outcome === undefined || 'error' in outcome) throw outcome?.error ?? new Error('no outcome')
    expect(outcome.report.rejected).toBe(0)
    return ImportId.parse(outcome.report.importId)
  }

  const stored = async (): Promise<Stored[]> =>
    (
      await database.pool.query<Stored>(`
        select r.review_id as "reviewId", r.item_id as item, r.source, i.brand, r.body as text, r.title, r.rating, r.written_at as "writtenAt",
          r.author, r.verified, r.helpful_votes as "helpfulVotes", json_build_object('weight', r.trust_weight, 'signals', r.trust_signals) as trust,
          coalesce((select array_agg(o.polarity order by o.term_start) from reviewguide.opinions o where o.review_id = r.review_id), '{}') as polarities
        from reviewguide.reviews r join reviewguide.items i using (item_id) order by r.review_id`)
    ).rows

  /** What the science says of the whole corpus at once. */
  const expected = (reviews: readonly Stored[]) => {
    const contexts = trustContexts(reviews)
    return reviews.map((review, at) => {
      const opinions = review.polarities.map((polarity) => ({ polarity }))
      return weighReview({ ...review, opinions }, contexts[at] as (typeof contexts)[number])
    })
  }

  for (const seed of [1, 2])
    it(`comes to what the science says of the whole, in whatever pieces and order (seed ${seed})`, {
      timeout: 60_000,
    }, async () => {
      const all = madeCorpus(seed, 400)
      const parts = [all.slice(0, 150), all.slice(150, 160), all.slice(160)]
      await load(all)
      const atOnce = await stored()
      expect(atOnce.map(({ trust }) => trust)).toEqual(expected(atOnce))
      const names = new Set(atOnce.flatMap(({ trust }) => trust.signals.map(({ name }) => name)))
      // What is compared must have something to compare.
      for (const name of ['repeated_text', 'near_repeated_text', 'burst', 'same_author', 'one_brand_author'])
        expect(names).toContain(name)

      await database.pool.query('truncate reviewguide.imports, reviewguide.items, reviewguide.stale_items cascade')
      for (const part of parts.toReversed()) await load(part)
      expect(await stored()).toEqual(atOnce)

      // One review of a new item, found by the index of the sketches alone.
      const source = all.findLast(({ text }) => text.split(' ').length > 14) as MadeReview
      const single = await load([{ ...source, item: 'new', text: `${source.text} Bye.`, writtenAt: '2027-01-01' }])
      const one = await stored()
      expect(one.map(({ trust }) => trust)).toEqual(expected(one))
      await undoImport(single, createPostgresCorpusWriter(database.pool), new AbortController().signal)

      const more = madeCorpus(seed + 100, 60)
      const importId = await load([...more, ...all.slice(0, 40).map((review) => ({ ...review, author: 'thief' }))])
      const grown = await stored()
      expect(grown.map(({ trust }) => trust)).toEqual(expected(grown))
      await undoImport(importId, createPostgresCorpusWriter(database.pool), new AbortController().signal)
      expect(await stored()).toEqual(atOnce)
    })
})

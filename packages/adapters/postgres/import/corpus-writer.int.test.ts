import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, ImportId, type ImportReport } from '@reviewguide/contracts'
import { type ImportFile, importFiles, undoImport } from '@reviewguide/corpus'
import type { AnalysedReview, Analyser, ReviewText } from '@reviewguide/corpus/ports'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresCorpusWriter } from './corpus-writer.ts'

/** Finds "sound" and "case" and takes the stars for the polarity: the reading and writing are on trial here, not the science. */
const analyse = ({ body, rating }: ReviewText): AnalysedReview => ({
  opinions: ['sound', 'case'].flatMap((term) => {
    const at = body.indexOf(term)
    const span = { termStart: at, termEnd: at + term.length, quoteStart: 0, quoteEnd: body.length, definite: null }
    return at === -1
      ? []
      : [{ aspect: term, term, polarity: (rating ?? 0) > 3 ? ('positive' as const) : ('negative' as const), ...span }]
  }),
  trust: { weight: 1, signals: [] },
  language: 'en',
  tone: rating === null ? null : (rating - 3) / 2,
  fingerprint: body.split(' ').length < 5 ? null : body.toLowerCase(),
  sketch: [],
})
const analyser: Analyser = { analyse: async (reviews) => reviews.map(analyse), close: async () => undefined }

const words = ['sound', 'case', 'fit', 'price', 'box']
const line = (i: number) =>
  JSON.stringify({
    item: { id: `i${i % 7}`, name: `Item ${i % 7}`, category: (i % 7) % 2 ? 'earbuds' : 'speakers' },
    review: {
      text: `The ${words[i % 5]} of number ${i % 1200} 🎧 is fine`,
      rating: (i % 5) + 1,
      author: `a${i}`,
      writtenAt: '2024-05-01',
    },
  })
const review = (text: string, rating: number) =>
  JSON.stringify({ item: { id: 'a', name: 'A', category: 'Earbuds' }, review: { text, rating } })
const splendid = (item: string, author: string) =>
  JSON.stringify({
    item: { name: item },
    review: { text: 'I have never owned anything as fine as this splendid thing, buy two of them', rating: 5, author },
  })
const csv = (n: number) => `product,text,rating\n${'Fenlo,good,5\n'.repeat(n)}`
const lines = (from: number, to: number) =>
  `${Array.from({ length: to - from }, (_, i) => line(from + i)).join('\n')}\n`

describe('createPostgresCorpusWriter', () => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await createTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'reviewguide-import-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  })
  beforeEach(() => emptyCorpus())
  afterEach(async () => {
    const { rows } = await database.pool.query('select count(*) from reviewguide.stale_items')
    expect(rows).toEqual([{ count: 0 }])
  })

  const emptyCorpus = () =>
    database.pool.query(
      'truncate reviewguide.imports, reviewguide.items, reviewguide.category_aspects, reviewguide.categories, reviewguide.stale_items cascade',
    )

  const write = (name: string, content: string | Buffer) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  const start = (path: string, change: Partial<ImportFile> = {}) =>
    importFiles([path], {
      store: createPostgresCorpusWriter(database.pool),
      analyser,
      clock: { now: () => new Date() },
      signal: new AbortController().signal,
      ...change,
    })

  const run = async (path: string, change: Partial<ImportFile> = {}): Promise<ImportReport> => {
    const [outcome] = await start(path, change)
    if (outcome === undefined || 'error' in outcome) throw outcome?.error ?? new Error('no outcome')
    return outcome.report
  }

  /** All that a reader of the corpus can see, but for which import a review came with. */
  const everything = async () => {
    const tables = [
      'items',
      'opinions',
      'item_ratings',
      'item_aspects',
      'item_terms',
      'category_aspects',
      'categories',
      'item_quotes',
    ]
    const queries = [
      ...tables.map((table) => `select t.* from reviewguide.${table} t`),
      "select to_jsonb(r) - 'import_id' as r from reviewguide.reviews r",
    ]
    const all = await Promise.all(queries.map((query) => database.pool.query<object>(query)))
    return all.map(({ rows }) => rows.map((row) => JSON.stringify(row)).sort())
  }
  const version = async () =>
    (await database.pool.query<{ version: number }>('select version from reviewguide.corpus_state')).rows[0]?.version

  it('imports once: the second time changes nothing', async () => {
    const path = write('twice.jsonl', lines(0, 50))
    expect(await run(path)).toMatchObject({
      read: 50,
      added: 50,
      repeated: 0,
      rejected: 0,
      items: 7,
      opinions: 20,
      rejectsFile: null,
    })
    const before = [await everything(), await version()]
    expect(await run(path)).toMatchObject({ read: 50, added: 0, repeated: 50, rejected: 0 })
    expect([await everything(), await version()]).toEqual(before)
  })

  it('stores offsets that quote the body exactly', async () => {
    await run(write('spans.jsonl', lines(0, 50)))
    const { rows } = await database.pool.query<{ body: string; term: string; term_start: number; term_end: number }>(
      'select r.body, o.term, o.term_start, o.term_end from reviewguide.opinions o join reviewguide.reviews r using (review_id)',
    )
    expect(rows.length).toBe(20)
    for (const row of rows) expect(row.body.slice(row.term_start, row.term_end)).toBe(row.term)
  })

  it('computes ratings, aspects and the words of categories', async () => {
    await run(
      write(
        'figures.jsonl',
        [review('good sound', 5), review('bad sound', 1), review('nice sound and case', 4.5), review('hm', 4)].join(
          '\n',
        ),
      ),
    )
    const ratings = await database.pool.query(
      'select reviews, count, mean, histogram, weight from reviewguide.item_ratings',
    )
    expect(ratings.rows).toEqual([{ reviews: 4, count: 4, mean: 3.625, histogram: [1, 0, 0, 1, 2], weight: 4 }])
    const aspects = await database.pool.query(
      'select aspect, positive, negative, undecided, mentions from reviewguide.item_aspects order by aspect',
    )
    expect(aspects.rows).toEqual([
      { aspect: 'case', positive: 1, negative: 0, undecided: 0, mentions: 1 },
      { aspect: 'sound', positive: 2, negative: 1, undecided: 0, mentions: 3 },
    ])
    const categories = await database.pool.query(
      "select category, mentions, terms from reviewguide.category_aspects where aspect = 'sound'",
    )
    expect(categories.rows).toEqual([{ category: 'earbuds', mentions: 3, terms: ['sound'] }])
  })

  it('knows two people who both wrote "good" as two, in this run and the next', async () => {
    expect(await run(write('good.csv', csv(2)))).toMatchObject({ added: 2, repeated: 0 })
    expect(await run(write('good.csv', csv(3)))).toMatchObject({ added: 1, repeated: 2 })
  })

  it('skips a row that stands twice with author and date, and tells sources apart', async () => {
    const path = write('doubled.jsonl', lines(0, 5) + lines(0, 5))
    expect(await run(path)).toMatchObject({ read: 10, added: 5, repeated: 5 })
    expect(await run(path, { options: { source: 'elsewhere' } })).toMatchObject({ added: 5, repeated: 5 })
  })

  it('writes bad rows with line and reason beside the input and keeps the rest', async () => {
    const head = 'product,text,rating\n'
    const rows = [
      Buffer.from('Fenlo,fine,4\nFenlo,,4\nFenlo,bad,9\nFenlo,x\nFenlo,caf'),
      Buffer.from([0xe9]),
      Buffer.from(',3\nFenlo,"never closed,3\nFenlo,café,5\n'),
    ]
    const path = write('bad.csv', Buffer.concat([Buffer.from(head), ...rows]))
    const report = await run(path)
    expect(report).toMatchObject({ read: 7, added: 2, rejected: 5, rejectsFile: `${path}.rejects.jsonl` })
    const rejects = readFileSync(`${path}.rejects.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { line: number; reason: string })
    expect(rejects.map(({ line: at, reason }) => [at, reason.split(':')[0]])).toEqual([
      [3, 'no text'],
      [4, 'rating out of range'],
      [5, 'column missing'],
      [6, 'wrong encoding'],
      [7, 'a quote opens here and never closes'],
    ])
  })

  it('stores nothing in a dry run, and reports what it would do', async () => {
    const before = await everything()
    expect(await run(write('dry.jsonl', lines(0, 20) + lines(0, 5)), { options: { dryRun: true } })).toMatchObject({
      read: 25,
      added: 20,
      repeated: 5,
      dryRun: true,
    })
    expect(await everything()).toEqual(before)
    expect((await database.pool.query('select 1 from reviewguide.imports')).rows).toEqual([])
  })

  it('takes an import back without a trace', async () => {
    await run(write('kept.jsonl', lines(0, 40)))
    const before = await everything()
    const { importId } = await run(
      write('gone.jsonl', `${lines(40, 90)}${lines(0, 10).replaceAll('"name":"Item', '"name":"Other')}`),
      { options: { source: 'other' } },
    )
    expect(await everything()).not.toEqual(before)
    const undo = () =>
      undoImport(ImportId.parse(importId), createPostgresCorpusWriter(database.pool), new AbortController().signal)
    expect(await undo()).toMatchObject({ reviews: 60, items: 7 })
    expect(await everything()).toEqual(before)
    expect(await undo()).toBeNull()
  })

  it('lowers the trust of repeated texts on both sides, and gives it back', async () => {
    const weights = async () =>
      (
        await database.pool.query<{ trust_weight: number }>(
          'select trust_weight from reviewguide.reviews order by author',
        )
      ).rows.map((row) => row.trust_weight)
    await run(write('one.jsonl', splendid('A', 'ann')))
    expect(await weights()).toEqual([1])
    const { importId } = await run(write('two.jsonl', splendid('B', 'bob')))
    // Without dates either may be the original.
    expect(await weights()).toEqual([0.5, 0.5])
    await undoImport(ImportId.parse(importId), createPostgresCorpusWriter(database.pool), new AbortController().signal)
    expect(await weights()).toEqual([1])
  })

  it('counts an aspect that no list knows once enough reviews judge it, and quotes it everywhere', async () => {
    const hinge: Analyser = {
      analyse: async (reviews) =>
        reviews.map((text) => {
          const at = text.body.indexOf('hinge')
          const span = { termStart: at, termEnd: at + 5, quoteStart: 0, quoteEnd: text.body.length }
          const found = { aspect: 'hinge', term: 'hinge', polarity: 'negative' as const, definite: true, ...span }
          return { ...analyse(text), opinions: at < 0 ? [] : [found] }
        }),
      close: async () => undefined,
    }
    const of = (item: string, id: string, text: string) =>
      JSON.stringify({
        item: { id: item, name: item, category: 'laptops' },
        review: { id, text, rating: 2 },
        source: 's',
      })
    const many = Array.from({ length: 60 }, (_, n) => of('a', `a${n}`, n < 2 ? `The hinge broke ${n}` : `Fine ${n}`))
    const few = [0, 1].map((n) => of('b', `b${n}`, `Its hinge came off ${n}`))
    const first = write('many.jsonl', many.join('\n'))
    const second = write('few.jsonl', few.join('\n'))
    const counting = async () =>
      (await database.pool.query<{ aspect: string }>('select aspect from reviewguide.category_aspects')).rows.length
    const quoted = async () =>
      (await database.pool.query<{ item: string }>('select distinct item_id as item from reviewguide.item_quotes')).rows
        .length

    await run(first, { analyser: hinge })
    expect([await counting(), await quoted()]).toEqual([0, 0])
    const { importId } = await run(second, { analyser: hinge })
    // The first item was not touched by the second file, and has its quotes now.
    expect([await counting(), await quoted()]).toEqual([1, 2])
    const straight = await everything()
    expect(
      await undoImport(
        ImportId.parse(importId),
        createPostgresCorpusWriter(database.pool),
        new AbortController().signal,
      ),
    ).not.toBeNull()
    expect([await counting(), await quoted()]).toEqual([0, 0])

    await emptyCorpus()
    await run(second, { analyser: hinge })
    await run(first, { analyser: hinge })
    expect(await everything()).toEqual(straight)
  })

  it('comes to the same figures in whatever order files are imported', async () => {
    const files = [write('first.jsonl', lines(0, 60)), write('second.jsonl', lines(1200, 1280))]
    for (const path of files) await run(path, { options: { source: 'same' } })
    const forwards = await everything()
    await emptyCorpus()
    for (const path of files.toReversed()) await run(path, { options: { source: 'same' } })
    expect(await everything()).toEqual(forwards)
  })

  it('ends with the same data when it was interrupted and run again', async () => {
    const path = write('long.jsonl', lines(0, 9000))
    await run(path)
    const straight = await everything()

    await emptyCorpus()
    const stop = new AbortController()
    const slow: Analyser = {
      ...analyser,
      async analyse(reviews) {
        if (reviews.some(({ author }) => author === 'a1500')) stop.abort()
        return analyser.analyse(reviews)
      },
    }
    const report = await run(path, { analyser: slow, signal: stop.signal })
    expect(report.interrupted).toBe(true)
    expect(report.added).toBeLessThan(9000)
    expect(report.added).toBeGreaterThan(0)
    const rest = await run(path)
    expect(rest.added).toBe(9000 - report.added)
    expect(await everything()).toEqual(straight)
  })

  it('ends with the same data when its connection was cut and it is run again', async () => {
    const path = write('cut.jsonl', lines(0, 2500))
    await run(path)
    const straight = await everything()

    await emptyCorpus()
    const cutting: Analyser = {
      ...analyser,
      async analyse(reviews) {
        if (reviews.some(({ author }) => author === 'a1500')) {
          await database.pool.query(
            "select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())",
          )
        }
        return analyser.analyse(reviews)
      },
    }
    await expect(start(path, { analyser: cutting })).rejects.toThrow(
      expect.objectContaining({ code: 'database_unavailable' }),
    )
    await run(path)
    expect(await everything()).toEqual(straight)
  })

  it('never makes a reader wait for a lock', async () => {
    const path = write('read.jsonl', lines(0, 2500))
    const reader = await database.pool.connect()
    await reader.query("set lock_timeout = '50ms'")
    const state = { done: false }
    const importing = run(path).finally(() => {
      state.done = true
    })
    let seen = 0
    while (!state.done) {
      const { rows } = await reader.query<{ n: number }>(
        'select count(*) as n from reviewguide.items i left join reviewguide.item_ratings r using (item_id) left join reviewguide.item_aspects a using (item_id) left join reviewguide.category_aspects c using (category)',
      )
      seen = Math.max(seen, rows[0]?.n ?? 0)
    }
    reader.release(true)
    expect((await importing).added).toBe(2500)
    expect(seen).toBeGreaterThan(0)
  })

  it('waits for another import', async () => {
    const first = createPostgresCorpusWriter(database.pool)
    const second = createPostgresCorpusWriter(database.pool)
    const { signal } = new AbortController()
    await first.open(signal)
    let waited = false
    const opening = second
      .open(signal, () => {
        waited = true
      })
      .then(() => 'open')
    await expect.poll(() => waited).toBe(true)
    await first.close()
    expect(await opening).toBe('open')
    await second.close()
  })

  it('tells in a sentence why a file cannot be read', async () => {
    const outcomes = await Promise.all([
      start(join(folder, 'missing.csv')),
      start(write('empty.csv', '')),
      start(write('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]))),
      start(write('columns.csv', 'a,b\n1,2\n')),
    ])
    for (const [outcome] of outcomes) {
      expect(outcome).toMatchObject({ error: expect.any(AppError) })
      expect(String(outcome && 'error' in outcome && outcome.error.details)).toMatch(/^[A-Z/].*\.$/s)
    }
  })
})

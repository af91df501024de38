import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Each command is a process of its own, which loads a language model; on a machine that is busy with other tests that takes seconds. */
const PATIENCE_MS = 60_000

const program = join(import.meta.dirname, '../bin/reviewguide.mjs')
const corpus = smallCorpus()
let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  await seedCorpus(database.db, corpus)
  folder = mkdtempSync(join(tmpdir(), 'reviewguide-commands-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** Runs the command as a person would, over the small corpus. */
async function reviewguide(args: string[], input = '') {
  const environment = { ...process.env, DATABASE_URL: database.url, REVIEWGUIDE_DATA_DIR: folder }
  const child = spawn(process.execPath, [program, ...args], { env: environment })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, status }
}

const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** The words that a quote names in the stored review. */
const span = ({ reviewId, start, end }: { reviewId: string; start: number; end: number }) =>
  corpus.reviews.find((review) => review.reviewId === reviewId)?.text.slice(start, end)

test(
  'search ranks items with figures and with quotes that stand in their reviews',
  async () => {
    const { out, status } = await reviewguide(['search', 'earbuds with a good fit under $200', '--json'])
    expect(status).toBe(0)
    const found = JSON.parse(out)
    expect(found).toMatchObject({ category: 'earbuds', aspects: expect.arrayContaining(['fit']) })
    expect(found.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Lark Stride', 'Mora Quiet', 'Lark Basic']),
    )
    const [first] = found.items
    const stored = corpus.items.find(({ itemId }) => itemId === first.itemId)
    expect(first).toMatchObject({ rank: 1, externalId: stored?.externalId, price: stored?.price, judged: false })
    const stride = found.items.find(({ name }: { name: string }) => name === 'Lark Stride')
    expect(stride.aspects[0]).toMatchObject({ aspect: 'fit', positive: 3, negative: 1, mentions: 4, wanted: true })
    expect(stride.evidence.length).toBeGreaterThan(1)
    for (const quote of stride.evidence) expect(span(quote)).toBe(quote.quote)
    // No price and a price in another currency are named, and not slipped in.
    const outside = found.leftOut.map(({ name, reason }: { name: string; reason: string }) => [name, reason])
    expect(outside).toEqual(
      expect.arrayContaining([
        ['Pebble One', 'unknown_price'],
        ['Isar Klang', 'other_currency'],
      ]),
    )
  },
  PATIENCE_MS,
)

test(
  'a batch answers each line in its place',
  async () => {
    const queries = [
      '{"id":"a","query":"quiet","category":"HOTELS","limit":3}',
      '{"id":"b","query":"fit","category":"hotls"}',
      'no json',
      '{"id":4,"query":"Mora Quiet"}',
      '{"id":5,"query":"sound","category":"earbuds","limit":1}',
    ]
    const { out, status } = await reviewguide(['search', '--batch'], queries.join('\n'))
    expect(status).toBe(1)
    const results = lines(out)
    expect(results.map(({ id }) => id)).toEqual(['a', 'b', null, 4, 5])
    expect(results[0].items).toMatchObject([{ name: 'Harbour Rooms' }])
    expect(results[1].error).toContain('Did you mean hotels?')
    expect(results[2].error).toContain('line 3')
    expect(results[3].items).toMatchObject([{ name: 'Mora Quiet' }])
    expect(results[4].items).toHaveLength(1)
  },
  PATIENCE_MS,
)

test(
  'aspects of a category are one object for each of its items',
  async () => {
    const { out, status } = await reviewguide(['aspects', '--category', 'earbuds', '--json'])
    expect(status).toBe(0)
    const items = lines(out)
    const stored = corpus.items.filter(({ category }) => category === 'earbuds')
    expect(items.map(({ itemId }) => itemId).toSorted()).toEqual(stored.map(({ itemId }) => itemId).toSorted())
    for (const { itemId, externalId, name, aspects } of items) {
      expect(stored).toContainEqual(expect.objectContaining({ itemId, externalId, name }))
      const ledger = corpus.ledgers.get(itemId)
      expect(aspects.filter(({ mentions }: { mentions: number }) => mentions > 0)).toHaveLength(
        ledger?.aspects.length ?? 0,
      )
      expect(aspects.map(({ aspect }: { aspect: string }) => aspect)).toContain('fit')
      for (const { score } of aspects) expect(score > 0 && score < 1).toBe(true)
    }
  },
  PATIENCE_MS,
)

test(
  'aspects of an item, by any of its names, quote both sides',
  async () => {
    for (const said of ['itm_larkstride1', 'lark stride', 'Lark Strid']) {
      const { out, status } = await reviewguide(['aspects', said, '--json'])
      expect({ said, status }).toEqual({ said, status: 0 })
      const { name, aspects } = JSON.parse(out)
      expect(name).toBe('Lark Stride')
      const fit = aspects.find(({ aspect }: { aspect: string }) => aspect === 'fit')
      expect(span(fit.praise)).toBe(fit.praise.quote)
      expect(fit.complaint.quote).toBe('The fit hurts my left ear.')
    }
  },
  PATIENCE_MS,
)

test(
  'what is unknown is said with what is near it',
  async () => {
    const item = await reviewguide(['aspects', 'Lark Strider Deluxe'])
    expect(item).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/no item .*Did you mean.*Lark Stride/),
    })
    const category = await reviewguide(['search', 'fit', '--category', 'earbud'])
    expect(category).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/no category "earbud"\. Did you mean earbuds\?/),
    })
    const elsewhere = await reviewguide(['aspects', 'Lark Stride', '--category', 'hotels'])
    expect(elsewhere).toMatchObject({ status: 1, err: expect.stringMatching(/no item "Lark Stride" in hotels/) })
  },
  PATIENCE_MS,
)

test(
  'a dry run of import shows how the columns were understood, and --map puts it right',
  async () => {
    const path = join(folder, 'opinions.csv')
    writeFileSync(path, 'Thing;Words;Score;Remark\nFenlo;Solid;8,5;x\nFenlo;Weak;6;y\nFenlo;Fine;9;z\n')
    const unmapped = await reviewguide(['import', path, '--dry-run'])
    expect(unmapped.status).toBe(1)
    expect(unmapped.err).toContain('The columns are: Thing, Words, Score, Remark.')

    const { out, status } = await reviewguide(['import', path, '--dry-run', '--map', 'text=Words', 'item.name=Thing'])
    expect(status).toBe(0)
    expect(out).toContain('read 3, added 3, repeated 0, rejected 0')
    for (const [field, column] of [
      ['item.name', 'Thing'],
      ['review.text', 'Words'],
      ['review.rating', 'Score'],
    ])
      expect(out).toMatch(new RegExp(`^ +${field} +← ${column}$`, 'm'))
    expect(out).toContain('not used: Remark')
    expect(out).toContain('on a scale up to 10')
    expect(out).toContain('"ratingOriginal":8.5,"ratingScale":10')
    expect(out).toContain('a dry run: nothing was stored')
  },
  PATIENCE_MS,
)

import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportOptions } from './import-options.ts'
import { createOccurrences } from './occurrences.ts'
import { findFormat } from './read/formats.ts'
import { jsonl } from './read/jsonl.ts'
import { openReviewFile } from './read/open-review-file.ts'
import { type ReadRow, readReviews } from './read-reviews.ts'

const shared = join(process.env.REVIEWGUIDE_EVAL_DATA ?? resolve(import.meta.dirname, '../../../shared/data'), 'import')

async function readFile(path: string, options: ImportOptions = {}): Promise<ReadRow[]> {
  const file = await openReviewFile(path, new AbortController().signal, options.encoding)
  const occurrences = createOccurrences()
  const rows: ReadRow[] = []
  const format = findFormat(options.format ?? 'auto', file.head)
  const countOccurrence = (text: string) => occurrences.count(text)
  for await (const some of readReviews({ file, format, defaults: { source: 'test' }, options, countOccurrence }))
    rows.push(...some)
  return rows
}

describe('readReviews', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reviewguide-read-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const read = (content: string | Buffer, options?: ImportOptions) => {
    const path = join(folder, 'file')
    writeFileSync(path, content)
    return readFile(path, options)
  }
  const one = async (content: string | Buffer, options?: ImportOptions) => {
    const [row] = await read(content, options)
    if (row === undefined || 'reason' in row) return expect.fail(row?.reason ?? 'no row')
    if (row.review === null) return expect.fail('no review')
    return { item: row.item, review: row.review }
  }

  const csv = 'product,text,rating\nFenlo,très bien,5\n'

  it('reads plain, packed, with a byte order mark, in UTF-16 and in a named encoding', async () => {
    const forms: [Buffer, ImportOptions?][] = [
      [Buffer.from(csv)],
      [gzipSync(csv)],
      [Buffer.concat([gzipSync('product,text,rating\n'), gzipSync('Fenlo,très bien,5\n')])],
      [Buffer.from(`\ufeff${csv}`)],
      [Buffer.from(`\ufeff${csv}`, 'utf16le')],
      [Buffer.from(csv, 'latin1'), { encoding: 'windows-1252' }],
    ]
    for (const [content, options] of forms) expect((await one(content, options)).review.body).toBe('très bien')
  })

  it('keeps what stands before the place where a packed file breaks off, and says so', async () => {
    const many = csv + Array.from({ length: 3000 }, (_, i) => `Fenlo,good ${Math.sin(i)},4\n`).join('')
    const packed = gzipSync(many)
    const rows = await read(packed.subarray(0, packed.length - 100))
    expect(rows.length).toBeGreaterThan(2900)
    expect(rows.length).toBeLessThan(3002)
    expect(rows.at(-1)).toMatchObject({ reason: expect.stringContaining('broken off') })
  })

  it('reads an export with dotted columns, glued names and lists of categories', async () => {
    const header =
      'id,name,brand,categories,reviews.date,reviews.didPurchase,reviews.id,reviews.numHelpful,reviews.rating,reviews.sourceURLs,reviews.text,reviews.title,reviews.username\n'
    const { item, review } = await one(
      `${header}x1,"Orrin Hub (White),,,\r\nOrrin Hub (White),,,",Orrin,"Electronics,Smart Hubs,Hub,All Things",2017-01-13T00:00:00.000Z,TRUE,,3,4,"http://a.example/1,http://a.example/2",It works.,Fine,Ann\n`,
    )
    expect(item).toMatchObject({
      externalId: 'x1',
      name: 'Orrin Hub (White)',
      brand: 'Orrin',
      category: 'hub',
      nameless: false,
    })
    expect(review).toMatchObject({
      externalId: null,
      writtenAt: '2017-01-13T00:00:00.000Z',
      verified: true,
      helpfulVotes: 3,
      rating: 4,
      url: 'http://a.example/1',
      author: 'Ann',
      title: 'Fine',
    })
  })

  it('calls an item without a name by brand and id', async () => {
    expect((await one('id,name,brand,reviews.text\nx1,,Orrin,Good\n')).item).toMatchObject({
      name: 'Orrin x1',
      nameless: true,
    })
  })

  it("takes a price's currency from the column or the sign, and no price without", async () => {
    expect((await one('product,price_inr,text\nA,"20,990",ok\n')).item.price).toEqual({
      minor: 2_099_000,
      currency: 'INR',
    })
    expect((await one('product,price,text\nA,$5,ok\n')).item.price).toEqual({ minor: 500, currency: 'USD' })
    expect((await one('product,price,text\nA,5,ok\n')).item.price).toBeNull()
    expect((await one('product,price,text\nA,5,ok\n', { currency: 'EUR' })).item.price).toEqual({
      minor: 500,
      currency: 'EUR',
    })
  })

  it('reads thumbs as ratings, and keeps the thumb', async () => {
    const rows = await read('product,voted_up,text\nA,True,fine\nA,False,broken\nA,,so so\n')
    expect(
      rows.map((row) => ('review' in row ? [row.review?.rating, row.review?.ratingOriginal] : row.reason)),
    ).toEqual([
      [5, 1],
      [1, 0],
      [null, null],
    ])
  })

  it('reads the reviews that stand within their items', async () => {
    const items = [
      {
        id: 'a',
        name: 'Kettle',
        rating: 3.2,
        reviews: [
          { id: '1', text: 'fine', rating: 5 },
          { id: '2', text: 'loud', rating: 2 },
        ],
      },
      { id: 'b', name: 'Mug', reviews: [{ id: '3', text: 'broke', author: { name: 'Ann' } }] },
    ]
    const expected = [
      ['a', 'Kettle', '1', 'fine', 5, null],
      ['a', 'Kettle', '2', 'loud', 2, null],
      ['b', 'Mug', '3', 'broke', null, 'Ann'],
    ]
    const lines = items.map((item) => JSON.stringify(item)).join('\n')
    for (const content of [lines, JSON.stringify(items, null, 2), JSON.stringify({ products: items })]) {
      const rows = await read(content)
      expect(
        rows.map((row) =>
          'reason' in row
            ? row.reason
            : [
                row.item.externalId,
                row.item.name,
                row.review?.externalId,
                row.review?.body,
                row.review?.rating,
                row.review?.author,
              ],
        ),
      ).toEqual(expected)
    }
  })

  it('takes for a place what has an address', async () => {
    expect((await one('name,address,reviews.text\nBlue Door,1 Pike,fine\n')).item.kind).toBe('place')
  })

  it('takes all rows for reviews of the item that is named, whatever they say', async () => {
    for (const content of [
      'title,text,rating\nGreat,fine,5\n',
      '{"item":{"id":"x","name":"X"},"review":{"text":"fine"}}\n',
    ])
      expect((await one(content, { item: 'Blue Door' })).item).toMatchObject({ name: 'Blue Door', externalId: null })
    await expect(read('title2,text,rating\nGreat,fine,5\n')).rejects.toThrow(
      expect.objectContaining({ details: expect.stringContaining('--item') }),
    )
  })

  it('reads flat JSON lines by their usual names', async () => {
    const { item, review } = await one(
      '{"overall":5.0,"vote":"25","verified":false,"asin":"B1","reviewerName":"Rich","reviewText":"Classic.","summary":"HEY","unixReviewTime":1304380800}\n',
    )
    expect(item).toMatchObject({ externalId: 'B1', name: 'B1' })
    expect(review).toMatchObject({
      body: 'Classic.',
      title: 'HEY',
      rating: 5,
      helpfulVotes: 25,
      verified: false,
      author: 'Rich',
      writtenAt: '2011-05-03T00:00:00.000Z',
    })
  })

  it('never throws on any rows, and loses none', { timeout: 30_000 }, async () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constant('4,5/5'),
      fc.constant('\u0000'),
      fc.array(fc.string(), { maxLength: 2 }),
      fc.boolean(),
    )
    const row = fc.oneof(
      fc.record({ product: value, text: value, rating: value, date: value, price: value, helpful: value, url: value }),
      fc.record({
        item: fc.record({ id: value, name: value, price: value, attributes: value }),
        review: fc.record({ id: value, text: value, rating: value, writtenAt: value }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
        const known = '{"product":"a","text":"b","rating":1,"date":"","price":"","helpful":"","url":""}'
        expect(await read([known, ...rows.map((each) => JSON.stringify(each))].join('\n'))).toHaveLength(
          rows.length + 1,
        )
      }),
      { numRuns: 100 },
    )
  })

  describe('with bad input', () => {
    const table = 'product,text,rating\n'
    const good = 'Fenlo,fine,5\n'
    /** What became of the rows: texts of those that were read, reasons of the others. */
    const outcomes = async (content: string | Buffer, options?: ImportOptions) =>
      (await read(content, options)).map((row) =>
        'reason' in row ? row.reason.split(':')[0] : (row.review?.body ?? row.item.name),
      )

    it('reads the rest beside a review of ten megabytes, whatever the format', { timeout: 30_000 }, async () => {
      const long = 'long '.repeat(2_000_000)
      const object = (text: string) => JSON.stringify({ product: 'A', text })
      const element = (text: string) => `<review><product_name>A</product_name><text>${text}</text></review>`
      const tooLong = 'longer than 1 MB'
      expect(await outcomes(`${table}A,${long},4\n${good}`)).toEqual([tooLong, 'fine'])
      expect(await outcomes(`${object('one')}\n${object(long)}\n${object('two')}\n`)).toEqual(['one', tooLong, 'two'])
      expect(await outcomes(`[${object('one')},\n${object(long)},\n${object('two')}]`)).toEqual(['one', tooLong, 'two'])
      expect(await outcomes(`<reviews>${element(long)}${element('two')}</reviews>`)).toEqual([tooLong, 'two'])
      expect(await outcomes(`${table}A,${'x'.repeat(100_001)},4\n${good}`)).toEqual(['text too long', 'fine'])
    })

    it('reads the rest beside rows cut in half, null bytes and other encodings', async () => {
      expect(await outcomes(`${table}${good}Fenlo,cut\n${good}`)).toEqual(['fine', 'column missing', 'fine'])
      expect(await outcomes(`${table}Fenlo,go\u0000od,5\n${good}`)).toEqual(['good', 'fine'])
      expect(await outcomes('{"product":"A","text":"go\\u0000od"}\n')).toEqual(['good'])
      const mixed = [
        Buffer.from(`${table}Fenlo,très,5\n`),
        Buffer.from('Fenlo,très,5\n', 'latin1'),
        Buffer.from('Fenlo,déjà,5\n'),
      ]
      expect(await outcomes(Buffer.concat(mixed))).toEqual(['très', 'wrong encoding', 'déjà'])
    })

    it('understands the rows that come after hundreds of broken ones', async () => {
      const rows = await outcomes(`${'{"product":"A","text":"cut\n'.repeat(500)}{"product":"A","text":"whole"}\n`)
      expect([rows.length, rows.at(-1)]).toEqual([501, 'whole'])
    })

    it('reads the rest of a table whose quote never closes', { timeout: 30_000 }, async () => {
      const rows = await outcomes(`${table}Fenlo,"never closed,3\n${good.repeat(20_000)}`)
      expect(rows).toHaveLength(20_001)
      expect(new Set(rows)).toEqual(new Set(['a quote opens here and never closes', 'fine']))
    })

    it('refuses a file of one giant line in a sentence, or in one row', async () => {
      await expect(read('x'.repeat(3_000_000))).rejects.toThrow(expect.objectContaining({ code: 'invalid_request' }))
      expect(await outcomes('x'.repeat(3_000_000), { format: 'jsonl' })).toEqual(['longer than 1 MB'])
      await expect(read('')).rejects.toThrow(expect.objectContaining({ details: 'The file is empty.' }))
    })

    it('holds no more of a file than a row may have', { timeout: 60_000 }, async () => {
      const path = join(folder, 'large')
      const line = (text: string) => `${JSON.stringify({ product: 'A', text })}\n`
      // Two hundred megabytes in rows that are too long: were they kept, the memory would show it.
      writeFileSync(path, '')
      for (let i = 0; i < 20; i++) appendFileSync(path, line('x'.repeat(10_000_000)))
      let most = 0
      const before = process.memoryUsage().rss
      const file = await openReviewFile(path, new AbortController().signal)
      let rows = 0
      for await (const some of readReviews({
        file,
        format: jsonl,
        defaults: { source: 'test' },
        options: {},
        countOccurrence: () => 1,
      })) {
        rows += some.length
        most = Math.max(most, process.memoryUsage().rss - before)
      }
      expect(rows).toBe(20)
      expect(most).toBeLessThan(120_000_000)
    })
  })

  it('never gives a row another key because of the order of the rows', async () => {
    const row = fc.record({
      id: fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: undefined }),
      product: fc.constantFrom('A', 'B'),
      text: fc.constantFrom('good', 'bad', 'so so'),
      author: fc.option(fc.constantFrom('Ann', 'Bob'), { nil: undefined }),
    })
    const known = { id: '', product: 'A', text: 'first', author: '', rating: 5 }
    const keys = async (rows: object[]) =>
      (await read([known, ...rows].map((each) => JSON.stringify(each)).join('\n')))
        .map((each) => ('review' in each ? each.review?.reviewId : each.reason))
        .sort()
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.infiniteStream(fc.nat()), async (rows, random) => {
        const shuffled = rows.map((each) => ({ each, at: random.next().value as number })).sort((a, b) => a.at - b.at)
        expect(await keys(shuffled.map(({ each }) => each))).toEqual(await keys(rows))
      }),
      { numRuns: 50 },
    )
  })

  const files = [
    ['electronics_kitchen_multi_review.csv', 857, 0, 265],
    ['flipkart_60products.csv', 1800, 0, 60],
    ['datafiniti-amazon-34k.csv.gz', 34_660, 1, 42],
  ] as const
  it.runIf(existsSync(shared)).each(files)(
    'reads %s as it is',
    { timeout: 60_000 },
    async (name, count, rejected, items) => {
      const rows = await readFile(join(shared, name))
      const good = rows.flatMap((row) =>
        'review' in row && row.review ? [{ item: row.item, review: row.review }] : [],
      )
      expect([rows.length, rows.length - good.length, new Set(good.map(({ item }) => item.itemId)).size]).toEqual([
        count,
        rejected,
        items,
      ])
      expect(new Set(good.map(({ review }) => review.reviewId)).size).toBe(count - rejected)
    },
  )
  if (!existsSync(shared))
    process.stderr.write(`The files of ${shared} are not here: reading them as they are is not tested.\n`)
})

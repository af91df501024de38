import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from './row.ts'
import { createXmlParser, xml } from './xml.ts'

function read(text: string, cuts: number[] = []): Row[] {
  const bytes = Buffer.from(text)
  const parser = createXmlParser()
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  const rows: Row[] = []
  let from = 0
  for (const to of [...places, bytes.length]) {
    rows.push(...parser.push(bytes.subarray(from, to)))
    from = to
  }
  return [...rows, ...parser.end()]
}
const plain = (rows: Row[]) => rows.map((row) => ('values' in row ? { ...row.values } : row.reason))
const feed = (reviews: string) =>
  `<?xml version="1.0"?>\n<feed><publisher><name>Shop</name></publisher><reviews>${reviews}</reviews></feed>`
const review = (text: string) => `<review><content>${text}</content></review>`

describe('xml', () => {
  it('reads the parts of records, their attributes, text and CDATA, without prefixes', () => {
    const text =
      '<vc:review id="7"><ratings><overall min="1" max="5">4</overall></ratings><pro>a</pro><pro>b</pro><content>A &amp; B &lt;3 <![CDATA[<b> &amp;]]></content></vc:review>'
    expect(plain(read(feed(text)))).toEqual([
      {
        'publisher.name': 'Shop',
        id: '7',
        ratings: expect.objectContaining({ overall: { min: '1', max: '5', '#text': '4' } }),
        pro: ['a', 'b'],
        content: 'A & B <3 <b> &amp;',
      },
    ])
  })

  it('rejects a broken record alone, and one that the file ends in', () => {
    const rows = plain(
      read(feed(review('one') + review('AT&T') + review('three')).replace('</review></reviews></feed>', '')),
    )
    expect(rows).toEqual([
      expect.objectContaining({ content: 'one' }),
      expect.stringMatching(/^broken XML: /),
      'broken XML: the file ends in the middle of the record',
    ])
    expect(plain(read(feed('<review><a>x</b></review><review><a>y</a></review>')))[1]).toMatchObject({ a: 'y' })
  })

  it('reads no document with a DTD, and expands no entity of its own', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><reviews>${review('&b;')}</reviews>`
    expect(plain(read(bomb))).toEqual([expect.stringContaining('document type (DTD)')])
    const long = `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(200_000)}">]><reviews>${review('ok')}</reviews>`
    expect(plain(read(long))).toEqual([expect.stringContaining('document type (DTD)')])
    expect(plain(read(feed(review('&b;') + review('fine'))))).toEqual([
      expect.stringMatching(/^broken XML: /),
      expect.objectContaining({ content: 'fine' }),
    ])
  })

  it('keeps no more than the limit of a record, in text, elements or depth', () => {
    const deep = `<review>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</review>`
    const rows = plain(
      read(feed(review('x'.repeat(10_000_000)) + review('<a/>'.repeat(100_000)) + deep + review('fine'))),
    )
    expect(rows).toEqual([
      'longer than 1 MB',
      'longer than 1 MB',
      'nested more than 100 deep',
      expect.objectContaining({ content: 'fine' }),
    ])
  })

  it('lets long comments go by, and rejects a record in another encoding', () => {
    const reviews = feed(review('a \ufffd') + review('fine')).replace(/^.*\n/, '')
    const pieces = Array.from({ length: 10 }, (_, i) => i * 50_000)
    expect(plain(read(`<!-- ${'x'.repeat(500_000)} -->${reviews}`, pieces))).toEqual([
      expect.stringMatching(/^wrong encoding: /),
      expect.objectContaining({ content: 'fine' }),
    ])
  })

  it('is told by its beginning', () => {
    for (const head of ['<?xml version="1.0"?><feed>', ' <reviews>', '<!-- x --><feed>', '<rss version="2.0">'])
      expect([head, xml.detect(head)]).toEqual([head, true])
    for (const head of [
      '<!DOCTYPE html><html>',
      '<html lang="en">',
      '<script type="application/ld+json">',
      'a,b\n<1,2',
    ])
      expect([head, xml.detect(head)]).toEqual([head, false])
  })

  it('gives every text back, wherever the pieces end', () => {
    const escaped = (text: string) => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
    // XML has no way to write these, and U+FFFD says that the bytes were no text.
    // oxlint-disable-next-line no-control-regex
    const unwritable = /[\u0000-\u001f\ufffd-\uffff]/g
    const text = fc.string({ unit: 'grapheme' }).map((each) => each.replace(unwritable, '').trim())
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 8 }), (texts, cuts) => {
        const rows = read(feed(texts.map((each) => review(escaped(each))).join('\n')), cuts)
        expect(rows.map((row) => 'values' in row && row.values.content)).toEqual(texts)
      }),
    )
  })
})

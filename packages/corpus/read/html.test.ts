import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHtmlParser, html } from './html.ts'
import type { Row } from './row.ts'

function read(text: string, cuts: number[] = [], maxLength?: number): Row[] {
  const bytes = Buffer.from(text)
  const parser = createHtmlParser({ maxLength })
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  const rows: Row[] = []
  let from = 0
  for (const to of [...places, bytes.length]) {
    rows.push(...parser.push(bytes.subarray(from, to)))
    from = to
  }
  return [...rows, ...parser.end()]
}
const plain = (rows: Row[]) => rows.map((row) => ('values' in row ? row.values['@graph'] : row.reason.split(':')[0]))
const block = (json: string) => `<script data-x="1" type="application/ld+json">${json}</script>`

describe('html', () => {
  it('gathers the JSON-LD of a page and nothing else', () => {
    const page = `<!doctype html><html><head>${block('{"a":1}')}<script>if (a</script></head><body><SCRIPT TYPE='application/ld+json'>
      [{"b":2}]</SCRIPT>${block('<!-- {"c":3} -->')}</body></html>`
    expect(plain(read(page))).toEqual([[{ a: 1 }, [{ b: 2 }], { c: 3 }]])
  })

  it('reads texts with line breaks in them, and rejects a broken block alone', () => {
    expect(
      plain(
        read(`${block('{"a":"x\ny"}')}${block('{broken')}${block('{"b":2}')}<script type="application/ld+json">{"c"`),
      ),
    ).toEqual(['broken JSON-LD', 'broken JSON-LD', [{ a: 'x y' }, { b: 2 }]])
    expect(plain(read('<html><body>nothing</body></html>'))).toEqual(['no JSON-LD (schema.org) stands in the page'])
  })

  it('rejects what is nested deeper than any page', () => {
    const deep = `{"image":${'{"url":'.repeat(50_000)}1${'}'.repeat(50_000)}}`
    expect(plain(read(block(deep) + block('{"a":1}')))).toEqual(['nested more than 100 deep', [{ a: 1 }]])
  })

  it('keeps no more than its limit of a page', () => {
    const rows = plain(read(`${block('{"a":1}')}${block(`{"b":"${'x'.repeat(5000)}"}`)}${block('{"c":3}')}`, [], 1000))
    expect(rows).toEqual(['longer than 1 MB', 'longer than 1 MB', [{ a: 1 }]])
  })

  it('is told by its beginning', () => {
    for (const head of [
      '<!DOCTYPE html>',
      '\n<html lang="de">',
      '<!-- saved --><html>',
      '<script type="application/ld+json">',
    ])
      expect([head, html.detect(head)]).toEqual([head, true])
    expect(html.detect('<?xml version="1.0"?><!DOCTYPE html><html>')).toBe(true)
    for (const head of [
      '<?xml version="1.0"?><feed>',
      '<feed><review><![CDATA[<html>]]>',
      '{"text":"<html>"}',
      'text\n<html>',
    ])
      expect([head, html.detect(head)]).toEqual([head, false])
  })

  it('gives the same wherever the pieces end', () => {
    const page = `<p>é</p>${block('{"a":"é👍"}')}<p>${block('{"b":2}')}`
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 10 }), (cuts) => {
        expect(plain(read(page, cuts))).toEqual([[{ a: 'é👍' }, { b: 2 }]])
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it('decodes entities, also twice encoded ones', () => {
    expect(cleanText('Tom &amp; Jerry&#39;s &quot;best&quot; caf&eacute;')).toBe('Tom & Jerry\'s "best" café')
    expect(cleanText('AT&amp;amp;T')).toBe('AT&T')
  })

  it('takes markup out and keeps its line breaks', () => {
    expect(cleanText('<p>Good.<br/>Really <b>good</b>.</p><p>Buy</p>')).toBe('Good.\nReally good.\nBuy')
    expect(cleanText('a<script>alert("x < y")</script>b')).toBe('a b')
    expect(cleanText('see &lt;img src=x onerror=alert(1)&gt; here')).toBe('see  here')
  })

  it('leaves what people write with angle brackets', () => {
    const text = 'It came in <2 business days, I <3 it and 5 > 4'
    expect(cleanText(text)).toBe(text)
  })

  it('evens out line ends, control characters, lone surrogates and composition', () => {
    expect(cleanText('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd')
    expect(cleanText('nu\u0000ll\u0007')).toBe('null')
    expect(cleanText('x\ud800y')).toBe('x\ufffdy')
    expect(cleanText('cafe\u0301')).toBe('café')
  })

  it('keeps emoji and their joiners', () => {
    expect(cleanText('great 👩‍👩‍👧 🎧!')).toBe('great 👩‍👩‍👧 🎧!')
  })

  it('changes nothing in a text that is clean', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<br>',
        '<b>',
        '</b>',
        '&amp;',
        '&lt;',
        '&#x41;',
        '<!--',
        '-->',
        '\r\n',
        '\n\n\n',
        ' \t\n',
        '\u0000',
        '<',
        '>',
        '&',
        '\u00a0',
        'e\u0301',
        '\ud83d',
      ),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 3 }).map((units) => String.fromCharCode(...units)),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = cleanText(pieces.join(''))
        expect(once).toBe(cleanText(once))
        expect(once.isWellFormed()).toBe(true)
        expect(once).toBe(once.normalize('NFC'))
        expect(once).not.toContain('\u0000')
      }),
      { numRuns: 500 },
    )
  })

  it('takes long hostile texts in bounded time', () => {
    const started = performance.now()
    for (const text of [
      '<'.repeat(100_000),
      '&amp;'.repeat(20_000),
      '<!--'.repeat(25_000),
      '<script>'.repeat(12_000),
      `-->${'<!--'.repeat(20_000)}`,
      '<a '.repeat(30_000),
      '</script   '.repeat(9000),
    ])
      cleanText(text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('cleanLine', () => {
  it('gives one line', () => {
    expect(cleanLine('  Fenlo \t Lite<br>13 ')).toBe('Fenlo Lite 13')
  })
})

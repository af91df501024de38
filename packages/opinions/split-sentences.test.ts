import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './split-sentences.ts'

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['It cost $3.50 at 5 p.m. daily. Fine.', ['It cost $3.50 at 5 p.m. daily.', 'Fine.']],
    ['Dr. Smith vs. the rest, e.g. us. Good.', ['Dr. Smith vs. the rest, e.g. us.', 'Good.']],
    ['Well... it works. Sort of...', ['Well... it works.', 'Sort of...']],
    ['Well... It works.', ['Well...', 'It works.']],
    ['great.The screen is bright', ['great.', 'The screen is bright']],
    ['See amazon.com for v2.0 of it.', ['See amazon.com for v2.0 of it.']],
    ['She said "never again!" Then left.', ['She said "never again!"', 'Then left.']],
    ['Love it!! 😀👍🏽 Buy one.', ['Love it!! 😀👍🏽', 'Buy one.']],
    ['- good screen\n- bad keyboard\n', ['good screen', 'bad keyboard']],
    ['1. Light\n2. Quiet', ['Light', 'Quiet']],
    ['First line goes\non here. Next.', ['First line goes\non here.', 'Next.']],
    ['No stop\n\nat all', ['No stop', 'at all']],
    ['   ', []],
    ['', []],
  ])('cuts %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences)
  })

  it('gives trimmed, ordered spans that never overlap and leave out no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0
        let kept = ''
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
          kept += text.slice(start, end)
        }
        expect(kept.match(/\p{L}/gu) ?? []).toEqual(text.match(/\p{L}/gu) ?? [])
      }),
    )
  })
})

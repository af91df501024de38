import { describe, expect, it } from 'vitest'
import { settleMarkdown } from './settle-markdown.ts'

describe('settleMarkdown', () => {
  it.each([
    ['it holds [', 'it holds '],
    ['it holds [1', 'it holds '],
    ['it holds [1]', 'it holds [1]'],
    ['**Get the', '**Get the**'],
    ['**Get the ', '**Get the**'],
    ['**Get** it', '**Get** it'],
    ['and **', 'and '],
    ['and *', 'and '],
    ['plain', 'plain'],
  ])('%j becomes %j', (text, expected) => expect(settleMarkdown(text)).toBe(expected))

  it('never grows what was not there: every prefix of a text settles to a prefix of its words', () => {
    const whole = '**Get the Tern Sprint.** Praised [1][2], **not** for calls [14].'
    const words = (text: string) => text.replace(/\*/g, '')
    for (let end = 0; end <= whole.length; end += 1) {
      const settled = words(settleMarkdown(whole.slice(0, end)))
      expect(words(whole).startsWith(settled)).toBe(true)
    }
  })
})

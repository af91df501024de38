import { describe, expect, it } from 'vitest'
import { rehypeCitations, splitCitations, splitLastWord, spokenText } from './citations.ts'

describe('splitCitations', () => {
  it('parts words from numerals, and takes the space before one with it', () => {
    expect(splitCitations('stays put [1][4], dry [12].')).toEqual([
      { text: 'stays put' },
      { n: 1 },
      { n: 4 },
      { text: ', dry' },
      { n: 12 },
      { text: '.' },
    ])
  })

  it.each(['[0]', '[1234]', '[a]', '[]', '[1', 'plain'])('leaves %s as text', (text) => {
    expect(splitCitations(text)).toEqual([{ text }])
  })

  it('gives nothing for nothing', () => expect(splitCitations('')).toEqual([]))
})

describe('rehypeCitations', () => {
  const flat = (node: {
    type: string
    value?: string
    tagName?: string
    properties?: Record<string, unknown>
    children?: unknown[]
  }): string => {
    if (node.type === 'text') return node.value ?? ''
    const inside = (node.children ?? []).map((child) => flat(child as Parameters<typeof flat>[0])).join('')
    if (node.tagName === 'cite') return `{${node.properties?.dataN}}`
    return node.tagName === 'span' ? `<${inside}>` : inside
  }
  const cited = (value: string) => {
    const tree = { type: 'root', children: [{ type: 'text', value }] }
    rehypeCitations()(tree)
    return flat(tree)
  }

  it.each([
    ['praise it [1][2], and', 'praise <it{1}{2},> and'],
    ['[1] at the start', '<{1}> at the start'],
    ['done [3].', '<done{3}.>'],
    ['a [1] b [2]', '<a{1}> <b{2}>'],
    ['(of 31 [8]), but', '(of <31{8}),> but'],
    ['no citation', 'no citation'],
  ])('keeps a citation with its word: %s', (text, expected) => {
    expect(cited(text)).toBe(expected)
  })

  it('loses no character of any text', () => {
    const text = 'One [1]. Two[2][3]; three (four [4]) five [x] [0] six [5]'
    expect(
      cited(text)
        .replace(/[<>]/g, '')
        .replace(/\{(\d+)\}/g, '[$1]'),
    ).toBe(text.replace(/ (\[[1-5]\])/g, '$1'))
  })
})

describe('splitLastWord', () => {
  it('takes the last word', () => expect(splitLastWord('praise it')).toEqual(['praise ', 'it']))
  it('leaves a word that would not fit a line', () => {
    const text = `see ${'x'.repeat(40)}`
    expect(splitLastWord(text)).toEqual([text, ''])
  })
})

describe('spokenText', () => {
  it('reads neither citations nor marks aloud', () => {
    expect(spokenText('**Get the Tern.** Stays put [1][2], dry.')).toBe('Get the Tern. Stays put, dry.')
  })
})

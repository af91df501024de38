import type { CueGroup } from './lexicon/cues/cue-group.ts'
import { verbForms } from './lexicon/verb-forms.ts'

/** One element of a phrase: what a word must be to fill it. */
export interface CueElement {
  words: Set<string>
  /** Forms that fill it only where they are no noun. */
  verbs: Set<string> | null
  any: boolean
  number: boolean
  opinion: boolean
  negation: boolean
  optional: boolean
}

export interface CuePattern {
  aspect: string
  /** 1 praise, -1 complaint, 0: the side of the opinion word within. */
  side: number
  elements: CueElement[]
}

/** Phrases by what they may begin with: a word, `#` for a number, `NOT` for a negation. */
export type CueIndex = ReadonlyMap<string, readonly CuePattern[]>

/** Makes the index of all phrases of the groups. */
export function indexCues(groups: readonly CueGroup[]): CueIndex {
  const index = new Map<string, CuePattern[]>()
  for (const group of groups) {
    for (const [aspect, { good = [], bad = [], said = [] }] of Object.entries(group.cues)) {
      for (const [side, phrases] of [
        [1, good],
        [-1, bad],
        [0, said],
      ] as const) {
        for (const phrase of phrases) addPhrase(index, aspect, side, phrase)
      }
    }
  }
  return index
}

/** Adds one phrase, in the notation of `CueGroup`, to an index under all that it may begin with. */
export function addPhrase(index: Map<string, CuePattern[]>, aspect: string, side: number, phrase: string): void {
  const elements = elementsOf(phrase)
  const pattern = { aspect, side, elements }
  for (const key of new Set(beginnings(elements))) {
    const list = index.get(key)
    if (list) list.push(pattern)
    else index.set(key, [pattern])
  }
}

/** Every phrase is read once, whatever the number of indexes that it stands in. */
const read = new Map<string, CueElement[]>()

function elementsOf(phrase: string): CueElement[] {
  let elements = read.get(phrase)
  if (!elements) {
    elements = phrase.split(' ').flatMap(parseElement)
    read.set(phrase, elements)
  }
  return elements
}

function beginnings(elements: CueElement[]): string[] {
  const keys: string[] = []
  for (const { words, verbs, number, negation, optional } of elements) {
    keys.push(...words, ...(verbs ?? []), ...(number ? ['#'] : []), ...(negation ? ['NOT'] : []))
    if (!optional) break
  }
  return keys
}

const blank = (): CueElement => ({
  words: new Set(),
  verbs: null,
  any: false,
  number: false,
  opinion: false,
  negation: false,
  optional: false,
})

function parseElement(text: string): CueElement[] {
  if (text === '..') return [0, 1, 2].map(() => ({ ...blank(), any: true, optional: true }))
  const element = blank()
  element.optional = text.startsWith('?')
  for (const part of (element.optional ? text.slice(1) : text).split('|')) {
    if (part === '*') element.any = true
    else if (part === '#') element.number = true
    else if (part === '@') element.opinion = true
    else if (part === 'NOT') element.negation = true
    else if (part.startsWith('~')) for (const form of verbForms(part.slice(1))) element.words.add(form)
    else if (part.startsWith('+')) element.verbs = new Set([...(element.verbs ?? []), ...verbForms(part.slice(1))])
    else if (part) element.words.add(part)
  }
  return [element]
}

import type { Polarity } from '@reviewguide/contracts'
import { readText } from './read-text.ts'

/** A sentence with the targets that people marked in it: `text.slice(start, end)` names what is judged. */
export interface TargetSentence {
  text: string
  targets: { start: number; end: number; polarity: Polarity }[]
}

/** Reads SemEval-2014 task 4: `<aspectTerm term polarity from to>`. Their "conflict" is our "mixed". */
export const readSemeval2014 = (path: string) => read(path, /<aspectTerm [^>]*>/g)

/** Reads SemEval-2016 task 5: `<Opinion target category polarity from to>`; opinions on no word of the sentence (target "NULL", or none) are left out. */
export const readSemeval2016 = (path: string) => read(path, /<Opinion [^>]*>/g)

function read(path: string, marks: RegExp): TargetSentence[] {
  return [...readText(path).matchAll(/<sentence [\s\S]*?<\/sentence>/g)].map(([sentence]) => ({
    text: plain(/<text>([\s\S]*?)<\/text>/.exec(sentence)?.[1] ?? ''),
    targets: [...sentence.matchAll(marks)].flatMap(([mark]) => {
      const start = Number(attribute(mark, 'from') ?? 0)
      const end = Number(attribute(mark, 'to') ?? 0)
      return end > start ? [{ start, end, polarity: polarityOf(attribute(mark, 'polarity')) }] : []
    }),
  }))
}

function polarityOf(word: string | undefined): Polarity {
  if (word === 'positive' || word === 'negative' || word === 'neutral') return word
  if (word === 'conflict') return 'mixed'
  throw new Error(`unknown polarity "${word}"`)
}

const attribute = (mark: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(mark)?.[1]

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')

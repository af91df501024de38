import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './read-text.ts'

/** One mark of a sentence: the aspect as its annotators wrote it, praise or complaint, and whether its words stand in the sentence (neither [u] nor [p]). */
export interface AspectMark {
  aspect: string
  positive: boolean
  explicit: boolean
}

export interface MarkedProduct {
  /** The file's name without its ending. */
  product: string
  /** As an import would have named it. */
  category: string
  sentences: { text: string; marks: AspectMark[] }[]
  /** The same sentences, those of one review joined. */
  reviews: string[]
}

const categories: [RegExp, string][] = [
  [/canon|nikon/i, 'cameras'],
  [/nokia/i, 'phones'],
  [/apex/i, 'dvd players'],
  [/creative/i, 'mp3 players'],
]

/** Reads the five products of Hu & Liu 2004: a line is `aspect[+2],other[-1][u]##sentence`; `[t]` lines are titles, which the authors left out too. */
export function readHuLiu(folder: string): MarkedProduct[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt') && !/readme/i.test(name))
  return files.toSorted().map((name) => {
    const text = readText(join(folder, name), 'latin1')
    const sentencesOf = (part: string) => part.split('\n').flatMap(sentenceOf)
    const reviews = text.split(/^\[t\]/m).map((part) =>
      sentencesOf(part)
        .map((sentence) => sentence.text)
        .join(' '),
    )
    return {
      product: name.replace(/\.txt$/, ''),
      category: categories.find(([pattern]) => pattern.test(name))?.[1] ?? 'electronics',
      sentences: sentencesOf(text),
      reviews: reviews.filter(Boolean),
    }
  })
}

function sentenceOf(line: string): MarkedProduct['sentences'] {
  const border = line.indexOf('##')
  if (border < 0 || line.startsWith('[t]')) return []
  const marks = [...line.slice(0, border).matchAll(/([^,[\]]+)\[([+-])\d?\]((?:\s*\[\w+\])*)/g)].map(
    ([, aspect = '', sign, tags = '']) => ({
      aspect: aspect.trim().toLowerCase(),
      positive: sign === '+',
      explicit: !/\[[up]\]/.test(tags),
    }),
  )
  return [{ text: line.slice(border + 2).trim(), marks }]
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './read-text.ts'

/** Texts about one thing, and what people wrote as their summary. */
export interface SummaryTopic {
  name: string
  /** Reviews of the topic; a line of Opinosis, which is a sentence, is one. */
  reviews: string[]
  summaries: string[]
}

/** Reads Opinosis: `topics/NAME.txt.data`, a sentence a line, and `gold/NAME/NAME.N.gold`. Some files are in Latin-1. */
export function readOpinosis(folder: string): SummaryTopic[] {
  return readdirSync(join(folder, 'topics'))
    .toSorted()
    .map((file) => {
      const name = file.replace('.txt.data', '')
      const gold = join(folder, 'gold', name)
      return {
        name,
        reviews: lines(readText(join(folder, 'topics', file), 'latin1')),
        summaries: readdirSync(gold)
          .toSorted()
          .map((summary) => lines(readText(join(gold, summary), 'latin1')).join(' ')),
      }
    })
}

const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

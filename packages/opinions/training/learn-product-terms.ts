/**
 * Learns what products are praised and faulted for, and writes ../product-terms.json. Run from the project's root:
 *
 *   npx node packages/opinions/training/learn-product-terms.ts [data folder]
 *
 * Data (default folder ../shared/data): pros-cons of Liu (CC BY 4.0), whose lines are nearly bare lists of aspects of many kinds of products, against women's clothing reviews (CC0) as
 * the language that all reviews share. No text of them is written, only names. A fifth of pros-cons, chosen by a hash of the line (`isHeldOut`), is never read.
 *
 * Method: a noun phrase is kept that stands in `FEWEST` lines or more, and there `LIFT` times as often for a line as in a review of clothing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { analyseText } from '../analyse-text.ts'
import { aspectNames } from '../aspect-names.ts'
import { findTerms } from '../find-terms.ts'
import { brands } from '../lexicon/brands.ts'
import { singular } from '../singular.ts'
import { isHeldOut } from './held-out.ts'

const folder = process.argv[2] ?? process.env.REVIEWGUIDE_EVAL_DATA ?? '../shared/data'
/** A phrase in fewer lines is chance, or a slip of spelling. */
const FEWEST = 6
const LIFT = 4

/** A category that no list covers, without what an earlier run learned: every noun phrase is found and none is renamed. */
const names = aspectNames('', { terms: {} }, { learned: false })

function countPhrases(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const phrases = analyseText(text.toLowerCase()).flatMap((sentence) =>
      findTerms(sentence, names).flatMap(({ first, last }) => {
        const tokens = sentence.tokens.slice(first, last + 1)
        if (tokens.some(({ pos }) => pos === 'VERB')) return []
        const words = tokens.map(({ lower }) => lower)
        return [[...words.slice(0, -1), singular(words[words.length - 1] as string)].join(' ')]
      }),
    )
    for (const phrase of new Set(phrases)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return counts
}

const read = (path: string) => gunzipSync(readFileSync(join(folder, path))).toString('utf8')

const lines = ['Pros', 'Cons'].flatMap((side) =>
  read(`polarity/pros-cons/Integrated${side}.txt.gz`)
    .split('\n')
    .map((line) => /<(?:Pros|Cons)>(.*)<\/(?:Pros|Cons)>/.exec(line)?.[1]?.trim() ?? '')
    .filter((line) => line !== '' && !isHeldOut(line)),
)
const reviews = read('polarity/womens-clothing-23k.csv.gz').split('\n')

const here = countPhrases(lines)
const elsewhere = countPhrases(reviews)
const terms = [...here]
  .filter(([term, count]) => {
    if (count < FEWEST || !/^\p{L}[\p{L}\d' -]{2,}$/u.test(term)) return false
    if (term.split(' ').some((word) => brands.has(word))) return false
    return count / lines.length >= (LIFT * (elsewhere.get(term) ?? 0)) / reviews.length
  })
  .map(([term]) => term)
  .sort()

const source =
  "Noun phrases that people list as pros and cons of products, learned by training/learn-product-terms.ts from pros-cons (Liu, CC BY 4.0) against women's clothing reviews (CC0). Holds no text of them."
writeFileSync(
  new URL('../product-terms.json', import.meta.url),
  `${JSON.stringify({ source, terms }).replaceAll(',"', ',\n"')}\n`,
)
console.log(`${terms.length} terms from ${lines.length} lines`)

import { analyseText, type Sentence } from './analyse-text.ts'
import { type AspectModel, type AspectNames, aspectNames } from './aspect-names.ts'
import { findTerms } from './find-terms.ts'
import { isDefinite } from './is-definite.ts'
import { createSpeller } from './misspellings.ts'
import { judgeTarget } from './polarity.ts'
import { singularTerm } from './singular.ts'
import { type Term, wordsOf } from './term.ts'

/** Reviews that must speak of a term; a term that fewer know is a chance of theirs. */
const FEWEST_REVIEWS = 3
/** Share of a category's reviews, so that large categories do not fill up with rare words. */
const FEWEST_SHARE = 0.001
/** Share of a term's reviews that tie an opinion to it: props and places are mentioned, features are judged. */
const JUDGED = 0.4
/** Share of a term's uses that are definite: "the hinge", "its hinge", "the hinge broke". What one does with a thing is not: "for email", "my files are". */
const DEFINITE = 0.25
/** Below it a name that is only common to products is none here: people use laptops for documents and music, and judge neither. */
const INDEFINITE = 0.3
/** Fewer reviews do not tell how a name is used. */
const FEWEST_TO_SILENCE = 8
/** How much more often than elsewhere: a word that all categories share ("week", "friend") is no feature of this one. */
const LIFT = 3
/** How much more usual than its slip a word must be: rarer pairs are often two words ("heating", "hearing"). */
const USUAL = 2
const MOST = 200
/** Uses that make a name one that people speak of: below it most single words are props of one person's story ("email", "refund"); with one more, true aspects go missing too. */
const FEWEST_USES = 3
/** Fewer reviews do not tell a rare name from one that nobody has come to yet. */
const FEWEST_TO_TELL_RARE = 30

interface Count {
  reviews: number
  judged: number
  uses: number
  definite: number
  /** Known only from other products. */
  common: boolean
}

interface Counts {
  /** What no list knows, and what only other products tell, by normal form. */
  terms: Map<string, Count>
  /** Words of all nouns that stand in terms, with the number of reviews. */
  words: Map<string, number>
  /** How often each name is used, listed or not, in the singular. */
  uses: Map<string, number>
}

/**
 * Learns each category's own aspects from the texts of its reviews. Terms: nouns that the lists do not know, said in several reviews, judged and spoken of as parts of the thing ("the
 * hinge", "its hinge broke": Popescu and Etzioni 2005), and more at home here than in the other categories; at most 200, the most judged first. Slips of spelling
 * of listed names ("warrenty") are terms of their aspect. Silent: names that other products have and that are not spoken of as parts here.
 * Usual: names in use at all (the support of Hu and Liu 2004), from 30 reviews on. Pure; the order of reviews and of
 * categories changes nothing. Models are plain data: they survive JSON and `postMessage`, and cost `createOpinionFinder` a few milliseconds each.
 */
export function learnAspects(
  reviewsByCategory: Readonly<Record<string, readonly string[]>>,
): Record<string, AspectModel> {
  const counted = Object.entries(reviewsByCategory).map(([category, texts]) => {
    const names = aspectNames(category)
    return { category, names, size: texts.length, counts: countTerms(texts, names) }
  })
  return Object.fromEntries(
    counted.map(({ category, names, size, counts }) => {
      const others = counted.filter((other) => other.category !== category)
      const othersSize = others.reduce((sum, other) => sum + other.size, 0)
      const isAtHome = (term: string, reviews: number) => {
        const elsewhere = others.reduce((sum, other) => sum + (other.counts.terms.get(term)?.reviews ?? 0), 0)
        return othersSize === 0 || reviews / size >= (LIFT * (elsewhere + 0.5)) / (othersSize + 1)
      }
      const slips = slipsOf(counts, names)
      const kept = [...counts.terms].filter(
        ([term, count]) =>
          !count.common && slips[term] === undefined && isAspect(count, size) && isAtHome(term, count.reviews),
      )
      kept.sort((a, b) => b[1].judged - a[1].judged || (a[0] < b[0] ? -1 : 1))
      const silent = [...counts.terms]
        .filter(([, { common, reviews, definite, uses }]) => {
          return common && reviews >= FEWEST_TO_SILENCE && definite < INDEFINITE * uses
        })
        .map(([term]) => term)
      const terms = { ...slips, ...Object.fromEntries(kept.slice(0, MOST).map(([term]) => [term, term])) }
      return [
        category,
        { terms, silent: silent.sort(), ...(size >= FEWEST_TO_TELL_RARE && { usual: usualOf(counts) }) },
      ]
    }),
  )
}

const usualOf = ({ uses }: Counts) => [...uses].flatMap(([name, count]) => (count >= FEWEST_USES ? [name] : [])).sort()

const isAspect = ({ reviews, judged, uses, definite }: Count, size: number) =>
  reviews >= Math.max(FEWEST_REVIEWS, FEWEST_SHARE * size) && judged >= JUDGED * reviews && definite >= DEFINITE * uses

/** Misspelt names with the aspects of what they are slips of, where the right spelling is the more usual one. */
function slipsOf({ terms, words }: Counts, names: AspectNames): Record<string, string> {
  const spell = createSpeller(names.words)
  const corrected = (word: string) => {
    const right = spell(word)
    return right !== undefined && (words.get(right) ?? 0) >= USUAL * (words.get(word) ?? 1) ? right : word
  }
  const slips = [...terms.keys()].sort().flatMap((term) => {
    const right = term.split(' ').map(corrected).join(' ')
    const aspect = right === term || names.isCommon(right) ? undefined : names.known(right)
    return aspect === undefined ? [] : [[term, aspect] as const]
  })
  return Object.fromEntries(slips)
}

/** For each term that the lists do not know the reviews that speak of it and those that judge it, and how it is spoken of. */
function countTerms(texts: readonly string[], names: AspectNames): Counts {
  const terms = new Map<string, Count>()
  const words = new Map<string, number>()
  const uses = new Map<string, number>()
  for (const text of texts) {
    const judged = new Map<string, boolean>()
    const said = new Set<string>()
    for (const sentence of analyseText(text)) {
      for (const term of findTerms(sentence, names)) {
        const words = singularTerm(wordsOf(sentence.tokens, term))
        uses.set(words, (uses.get(words) ?? 0) + 1)
        for (let i = term.first; i <= term.last; i += 1) said.add((sentence.tokens[i] as { lower: string }).lower)
        if (term.listed && !term.common) continue
        const name = term.aspect
        const count = terms.get(name) ?? { reviews: 0, judged: 0, uses: 0, definite: 0, common: term.common === true }
        count.uses += 1
        if (isDefinite(sentence, term)) count.definite += 1
        terms.set(name, count)
        judged.set(name, isJudged(sentence, term) || judged.get(name) === true)
      }
    }
    for (const [name, isSo] of judged) {
      const count = terms.get(name) as Count
      count.reviews += 1
      if (isSo) count.judged += 1
    }
    for (const word of said) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return { terms, words, uses }
}

function isJudged(sentence: Sentence, { first, last }: Term): boolean {
  const { linked, word, polarity } = judgeTarget(sentence, first, last)
  return linked && polarity !== 'neutral' && (word < first || word > last)
}

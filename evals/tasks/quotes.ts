import { chooseQuotes, representativeQuotes, splitSentences } from '@reviewguide/opinions'
import { lexRank } from '../baselines/lexrank.ts'
import type { Task } from '../context.ts'
import { readFewsum } from '../data/fewsum.ts'
import { readOpinosis, type SummaryTopic } from '../data/opinosis.ts'
import type { Figure, Reference } from '../figure.ts'
import { mean } from '../metrics/ndcg.ts'
import { type Rouge, rouge, wordsOf } from '../metrics/rouge.ts'

const sets: { name: string; path: string; read: (path: string) => SummaryTopic[]; references: Rouge | null }[] = [
  {
    name: 'opinosis',
    path: 'summaries/opinosis',
    read: readOpinosis,
    references: { one: 0.303, two: 0.091, l: 0.241 },
  },
  { name: 'fewsum-amazon-val', path: 'summaries/fewsum/amazon-val.tsv', read: readFewsum, references: null },
  { name: 'fewsum-yelp-val', path: 'summaries/fewsum/yelp-val.tsv', read: readFewsum, references: null },
]

const metrics = [
  ['one', 'ROUGE-1'],
  ['two', 'ROUGE-2'],
  ['l', 'ROUGE-L'],
] as const

/**
 * Quotes that represent what people say: ROUGE of sentences chosen from the reviews against summaries that people wrote, at the mean length of those, beside LexRank on the same
 * sentences at the same length. Sentences are taken in the order of the choice, and the last is cut at the length. Beside it, what the import keeps as quotes, which are chosen by the same measure, but each for itself
 * and one a review.
 */
export const measureQuotes: Task = async ({ data }) =>
  sets.flatMap(({ name, path, read, references }) => {
    const found = data.find(path)
    return found ? figuresOf(name, read(found), references) : []
  })

function figuresOf(name: string, topics: SummaryTopic[], published: Rouge | null): Figure[] {
  const scores = topics.map(({ reviews, summaries }) => {
    const sentences = reviews.flatMap((text, review) =>
      splitSentences(text).map(({ start, end }) => ({ text: text.slice(start, end), review })),
    )
    const length = Math.round(mean(summaries.map((summary) => wordsOf(summary).length)))
    const texts = sentences.map(({ text }) => text)
    const ours = representativeQuotes(sentences, { words: length })
    return {
      ours: rouge(cutTo(length, ours, texts), summaries),
      kept: rouge(cutTo(length, keptOrder(sentences), texts), summaries),
      lexRank: rouge(cutTo(length, lexRank(texts), texts), summaries),
    }
  })
  return metrics.flatMap(([metric, label]) => {
    const lexRankScore = mean(scores.map((score) => score.lexRank[metric]))
    const references: Reference[] = [{ what: 'LexRank', value: lexRankScore, mark: 'here' }]
    if (published) references.push({ what: 'LexRank', value: published[metric], mark: 'H' })
    const details = { topics: topics.length }
    const common = { task: 'quotes that represent', set: name, unit: '%' as const, references, details }
    const id = `quotes.${name}.${label.toLowerCase()}`
    return [
      { ...common, id, metric: label, value: mean(scores.map((score) => score.ours[metric])) },
      {
        ...common,
        id: `${id}.kept`,
        metric: `${label}, as imported`,
        value: mean(scores.map((score) => score.kept[metric])),
      },
    ]
  })
}

/** The sentences as the import would keep them for one aspect and side, best first. */
function keptOrder(sentences: readonly { text: string; review: number }[]): number[] {
  const candidates = sentences.map(({ text, review }) => ({
    reviewId: String(review),
    text,
    weight: 1,
    helpfulVotes: null,
    writtenAt: null,
    cells: ['all'],
  }))
  return chooseQuotes(candidates, sentences.length).get('all') ?? []
}

/** The first `length` words of the sentences in this order. */
function cutTo(length: number, order: readonly number[], sentences: readonly string[]): string {
  const words: string[] = []
  for (const at of order) {
    if (words.length >= length) break
    words.push(...wordsOf(sentences[at] ?? ''))
  }
  return words.slice(0, length).join(' ')
}

import { createOpinionFinder, judgeSentence, learnAspects, polarityOfTarget } from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import { type AspectMark, type MarkedProduct, readHuLiu } from '../data/hu-liu.ts'
import type { Figure } from '../figure.ts'
import { f1 } from '../metrics/f1.ts'
import { mean } from '../metrics/ndcg.ts'

/** The aspects of a product and their orientation, on the five products of Hu and Liu. */
export const measureProductAspects: Task = async ({ data }) => {
  const folder = data.find('aspects/hu-liu-2004')
  if (!folder) return []
  const products = readHuLiu(folder)
  return [aspectsFigure(products), orientationFigure(products)]
}

/**
 * For each product the terms that its opinions name (implied aspects name none), against the aspects that people marked in a sentence whose words name them. The finder learns the
 * aspects of each product's category from its own reviews and keeps its vocabulary open, as `reviewguide analyze --judged` does. Two match that are equal, or of which one holds the other as whole words
 * ("battery" and "battery life"), in lower case and without a plural "s". F1 of each product, and the mean of the five.
 */
function aspectsFigure(products: readonly MarkedProduct[]): Figure {
  const details: Record<string, number | string> = {}
  const scores = products.map(({ product, category, sentences, reviews }) => {
    const finder = createOpinionFinder({ openVocabulary: true, aspectModels: learnAspects({ [category]: reviews }) })
    const marked = sentences.flatMap(({ marks }) => marks.filter(({ explicit }) => explicit))
    const gold = new Set(marked.map(({ aspect }) => plain(aspect)))
    const opinions = sentences.flatMap(({ text }) => finder.find(text, category))
    const named = opinions.filter(({ implicit, polarity }) => implicit !== true && polarity !== 'neutral')
    const found = new Set(named.map(({ term }) => plain(term)))
    const within = (terms: Set<string>, others: Set<string>) =>
      [...terms].filter((term) => [...others].some((other) => holds(term, other) || holds(other, term))).length
    const precision = found.size > 0 ? within(found, gold) / found.size : 0
    const recall = within(gold, found) / gold.size
    const value = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
    const exact = f1({ hits: gold.intersection(found).size, found: found.size, gold: gold.size })
    details[product] = value
    details[`${product}, in full`] =
      `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${gold.size} marked, ${found.size} found, F1 of equal terms ${exact.f1.toFixed(3)}`
    return value
  })
  return {
    id: 'product-aspects.hu-liu.aspects',
    task: "a product's aspects",
    set: 'hu-liu-2004',
    metric: 'mean F1 of aspects',
    value: mean(scores),
    unit: '',
    aim: 0.7,
    references: [{ what: 'paper (precision .72, recall .80)', value: 0.758, mark: 'M' }],
    details,
  }
}

/** Of every mark, whether our polarity is the marked one: that of its words where they stand in the sentence, else that of the sentence. Neutral and mixed are wrong. */
function orientationFigure(products: readonly MarkedProduct[]): Figure {
  const details: Record<string, number> = {}
  let right = 0
  let all = 0
  for (const { product, sentences } of products) {
    const judged = sentences.flatMap(({ text, marks }) => marks.map((mark) => polarityOf(text, mark) === sideOf(mark)))
    const hits = judged.filter(Boolean).length
    details[product] = hits / judged.length
    right += hits
    all += judged.length
  }
  return {
    id: 'product-aspects.hu-liu.orientation',
    task: "a product's aspects",
    set: 'hu-liu-2004',
    metric: 'orientation, accuracy',
    value: right / all,
    unit: '',
    aim: 0.85,
    references: [
      { what: 'paper', value: 0.842, mark: 'M' },
      { what: 'plain lexicon', value: 0.65, mark: 'H' },
    ],
    details: { marks: all, ...details },
  }
}

function polarityOf(text: string, { aspect }: AspectMark) {
  const at = text.toLowerCase().indexOf(aspect)
  return at < 0 ? judgeSentence(text) : polarityOfTarget(text, at, at + aspect.length)
}

const sideOf = ({ positive }: AspectMark) => (positive ? 'positive' : 'negative')

const plain = (term: string) =>
  term
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=[^s])s$/, '')

const holds = (term: string, other: string) => ` ${term} `.includes(` ${other} `)

import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ChatId, MessageId, RunId, type StreamPart } from '@reviewguide/contracts'
import { createOpinionFinder } from '@reviewguide/opinions'
import {
  createFakeCatalogue,
  createFakeEvidenceSource,
  createFakeItemSearch,
  type ItemSketch,
  memoryCorpus,
} from '@reviewguide/testing'
import { createWorkflow } from '@reviewguide/workflow'
import type { Task } from '../context.ts'

interface Line {
  item: { id: string; name: string; category: string; kind?: ItemSketch['kind'] }
  review: { text: string; rating?: number; writtenAt?: string }
}

/** For, against and all who mention it, each review once. */
interface Count {
  positive: number
  negative: number
  mentions: number
}

/** "41 of 46" and "all 46", as answers put shares. */
const shares = /\b(?:(\d+) of (\d+)|all (\d+)) people\b/gi

/**
 * Proportions kept: every count of an answer, in its cards, tables and sentences, against a recount of the opinions review by review. Asked of the invented sample, by the whole workflow over the
 * ports' fakes: for each category a recommendation, for each item a judgement, for neighbours a comparison.
 */
export const measureProportions: Task = async () => {
  const sketches = readSample()
  const corpus = memoryCorpus(sketches)
  const workflow = createWorkflow({
    catalogue: createFakeCatalogue(corpus),
    search: createFakeItemSearch(corpus),
    evidence: createFakeEvidenceSource(corpus),
    onUnsupported: () => undefined,
  })
  const recount = new Map(sketches.map((item) => [item.id, countsOf(item)]))
  let seen = 0
  let kept = 0
  const check = (right: boolean) => {
    seen += 1
    if (right) kept += 1
  }
  for (const question of questionsFor(sketches)) {
    const parts: StreamPart[] = []
    await workflow.run(
      { ...ids, question, memory: [] },
      { emit: (part) => parts.push(part), signal: AbortSignal.timeout(10_000) },
    )
    for (const { itemId, aspect, ...count } of countsIn(parts)) {
      const own = recount.get(itemId)?.get(aspect)
      check(own !== undefined && same(own, count))
    }
    const text = parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : [])).join('')
    const stated = new Set([...recount.values()].flatMap((counts) => [...counts.values()].flatMap(sharesOf)))
    for (const [, some, of, all] of text.matchAll(shares)) check(stated.has(`${some ?? all} of ${of ?? all}`))
  }
  return [
    {
      id: 'proportions.sample',
      task: 'proportions kept',
      set: 'sample',
      metric: 'counts that equal a recount',
      value: seen === 0 ? 0 : kept / seen,
      unit: '%',
      aim: 1,
      references: [],
      details: { counts: seen },
    },
  ]
}

const ids = {
  runId: RunId.parse('run_0123456789'),
  chatId: ChatId.parse('cht_0123456789'),
  messageId: MessageId.parse('msg_0123456789'),
}

const sharesOf = ({ positive, negative, mentions }: Count) => [
  `${positive} of ${mentions}`,
  `${negative} of ${mentions}`,
]
const same = (a: Count, b: Count) => a.positive === b.positive && a.negative === b.negative && a.mentions === b.mentions

function readSample(): ItemSketch[] {
  const finder = createOpinionFinder()
  const items = new Map<string, ItemSketch>()
  for (const path of globSync(resolve(import.meta.dirname, '../../sample-data/*.jsonl')).sort()) {
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const { item, review } = JSON.parse(line) as Line
      const id = `itm_${item.id.replace(/[^a-z0-9]/gi, '')}`
      const sketch = items.get(id) ?? { ...item, id, reviews: [] }
      const opinions = finder
        .find(review.text, item.category)
        .map(({ aspect, polarity, term, quoteStart, quoteEnd }) => ({
          aspect,
          polarity,
          term,
          quote: review.text.slice(quoteStart, quoteEnd),
        }))
      sketch.reviews.push({ text: review.text, rating: review.rating, writtenAt: review.writtenAt, opinions })
      items.set(id, sketch)
    }
  }
  return [...items.values()]
}

/** Counted here by hand, and not by the product's own counting. */
function countsOf({ reviews }: ItemSketch): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { opinions = [] } of reviews) {
    for (const aspect of new Set(opinions.map((opinion) => opinion.aspect))) {
      const sides = new Set(opinions.filter((opinion) => opinion.aspect === aspect).map(({ polarity }) => polarity))
      const count = counts.get(aspect) ?? { positive: 0, negative: 0, mentions: 0 }
      const divided = sides.has('mixed') || (sides.has('positive') && sides.has('negative'))
      counts.set(aspect, {
        positive: count.positive + (sides.has('positive') && !divided ? 1 : 0),
        negative: count.negative + (sides.has('negative') && !divided ? 1 : 0),
        mentions: count.mentions + 1,
      })
    }
  }
  return counts
}

function questionsFor(items: readonly ItemSketch[]): string[] {
  const categories = [...new Set(items.map(({ category }) => category))]
  const pairs = items.slice(1).flatMap((item, at) => {
    const before = items[at]
    return before?.category === item.category ? [`compare ${before.name} and ${item.name}`] : []
  })
  return [
    ...categories.map((category) => `best ${category}`),
    ...items.map(({ name }) => `is ${name} any good?`),
    ...items.map(({ name }) => `what do people complain about most in ${name}?`),
    ...pairs,
  ]
}

/** All counts in the cards and tables of an answer. */
function countsIn(parts: readonly StreamPart[]): (Count & { itemId: string; aspect: string })[] {
  return parts.flatMap((part) => {
    if (part.type === 'data-shortlist')
      return part.data.items.flatMap(({ itemId, aspects }) =>
        aspects.map(({ aspect, positive, negative, mentions }) => ({ itemId, aspect, positive, negative, mentions })),
      )
    if (part.type === 'data-comparison')
      return part.data.aspects.flatMap(({ aspect, cells }) =>
        cells.flatMap((cell, at) => {
          const item = part.data.items[at]
          const { positive = 0, negative = 0, mentions = 0 } = cell ?? {}
          return cell && item ? [{ itemId: item.itemId, aspect, positive, negative, mentions }] : []
        }),
      )
    return []
  })
}

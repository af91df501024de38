import type { Polarity } from '@reviewguide/contracts'
import { leaningOf, polarityOfTarget } from '@reviewguide/opinions'
import vader from 'vader-sentiment'
import winkSentiment from 'wink-sentiment'
import { openDataFolder } from '../../evals/data/data-folder.ts'
import { readHeldOut } from '../../evals/data/pros-cons.ts'
import { readSemeval2014, type TargetSentence } from '../../evals/data/semeval.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import type { Figure } from '../figure.ts'

/** VADER's own border between a side and none, on its scale of -1 to 1. */
const VADER_SIDE = 0.05

/** Ours and two libraries that read a whole sentence: a number below, at or above 0. */
const readers = {
  ours: leaningOf,
  'vader-sentiment': (text: string) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
  'wink-sentiment': (text: string) => winkSentiment(text).score,
}
type Library = Exclude<keyof typeof readers, 'ours'>
const libraries: Library[] = ['vader-sentiment', 'wink-sentiment']

const prosCons = [
  ['polarity/pros-cons/IntegratedPros.txt.gz', 1],
  ['polarity/pros-cons/IntegratedCons.txt.gz', -1],
] as const
const targetSets = [
  ['laptops', 'aspects/Laptop_Train_v2.xml'],
  ['restaurants', 'aspects/Restaurants_Train_v2.xml'],
] as const

/** Right sides and sentences a second, beside two sentiment libraries on the same sentences, one thread. */
export async function measureSentiment({ say }: BenchContext): Promise<TaskResult> {
  say('reading sentences beside two sentiment libraries')
  const data = openDataFolder()
  const figures: Figure[] = []
  const skipped: string[] = []

  const labelled = prosCons.flatMap(([path, side]) => {
    const found = data.find(path)
    return found ? readHeldOut(found).map((text) => ({ text, side })) : []
  })
  if (labelled.length > 0) figures.push(...ofSentences(labelled))
  else skipped.push('sentiment of pros and cons: the sentences are not there')
  for (const [name, path] of targetSets) {
    const found = data.find(path)
    if (found) figures.push(...ofTargets(name, readSemeval2014(found)))
    else skipped.push(`sentiment of ${name}: ${path} is not there`)
  }
  return { figures, skipped }
}

function ofSentences(labelled: readonly { text: string; side: number }[]): Figure[] {
  const on = `${labelled.length.toLocaleString('en')} sentences of pros and cons that no training read; no side counts as wrong`
  const measured = (name: keyof typeof readers) => {
    const read = readers[name]
    for (const { text } of labelled.slice(0, 500)) read(text)
    const started = performance.now()
    const right = labelled.filter(({ text, side }) => Math.sign(read(text)) === side).length
    return { rate: (1000 * labelled.length) / (performance.now() - started), right: (100 * right) / labelled.length }
  }
  const ours = measured('ours')
  return libraries.flatMap((library): Figure[] => {
    const theirs = measured(library)
    return [
      {
        id: `sentiment.pros-cons.right.${library}`,
        name: 'pro or con, right',
        value: ours.right,
        unit: '%',
        on,
        beside: { what: library, value: theirs.right },
      },
      {
        id: `sentiment.pros-cons.rate.${library}`,
        name: 'sentences a second',
        value: ours.rate,
        unit: '/s',
        on,
        beside: { what: library, value: theirs.rate },
      },
    ]
  })
}

/** The side of each marked target; the libraries know sentences only, so a target has its sentence's side. */
function ofTargets(set: string, sentences: readonly TargetSentence[]): Figure[] {
  const targets = sentences.flatMap(({ text, targets: marked }) => marked.map((target) => ({ text, ...target })))
  const share = (judge: (target: (typeof targets)[number]) => Polarity) =>
    (100 * targets.filter((target) => judge(target) === target.polarity).length) / targets.length
  const ours = share(({ text, start, end }) => polarityOfTarget(text, start, end))
  const on = `${targets.length.toLocaleString('en')} marked targets of ${set}, four classes`
  return libraries.map((library) => ({
    id: `sentiment.${set}.right.${library}`,
    name: `polarity of a target, right, ${set}`,
    value: ours,
    unit: '%',
    on,
    beside: { what: library, value: share(({ text }) => sideOf(library, readers[library](text))) },
  }))
}

function sideOf(library: Library, score: number): Polarity {
  const border = library === 'vader-sentiment' ? VADER_SIDE : 0.5
  return score >= border ? 'positive' : score <= -border ? 'negative' : 'neutral'
}

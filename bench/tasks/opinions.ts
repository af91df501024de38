import { importFile } from '@reviewguide/corpus'
import type { Analyser, CorpusWriter, ReviewText } from '@reviewguide/corpus/ports'
import { createOpinionFinder, splitSentences } from '@reviewguide/opinions'
import type { BenchContext, TaskResult } from '../context.ts'
import { largeFile, largeFileMissing, sampleFiles } from '../data-files.ts'
import type { Figure } from '../figure.ts'
import { countLexiconWords } from '../opinions/lexicon-loop.ts'
import { unanalysed } from '../unanalysed.ts'

/** Reviews of the large file that are read: every so-manieth, so that all items are among them. */
const LARGE_REVIEWS = 4000

/** Finding opinions on one core, beside a loop that looks every word up in a list. */
export async function measureOpinions({ say, signal }: BenchContext): Promise<TaskResult> {
  say('finding opinions')
  const sample = (await Promise.all(sampleFiles.map((file) => textsOf(file, signal)))).flat()
  const figures = figuresOf('sample', `the sample's ${sample.length} reviews, five times over`, times(sample, 5))
  if (!largeFile) return { figures, skipped: [`opinions of the large file: ${largeFileMissing}`] }
  const all = await textsOf(largeFile, signal)
  const step = Math.max(1, Math.floor(all.length / LARGE_REVIEWS))
  const some = all.filter((_, at) => at % step === 0)
  figures.push(...figuresOf('large', `${some.length.toLocaleString('en')} Datafiniti reviews, evenly taken`, some))
  return { figures }
}

function figuresOf(id: string, on: string, reviews: ReviewText[]): Figure[] {
  const sentences = reviews.reduce((sum, { body }) => sum + splitSentences(body).length, 0)
  const finder = createOpinionFinder()
  const warmUp = reviews.slice(0, 500)
  for (const { body, category } of warmUp) finder.find(body, category)
  for (const { body } of warmUp) countLexiconWords(body)
  let found = 0
  const ours = seconds(() => {
    for (const { body, category } of reviews) found += finder.find(body, category).length
  })
  let counted = 0
  const plain = seconds(() => {
    for (const { body } of reviews) counted += countLexiconWords(body)
  })
  const what = (words: string) => `${words} (${counted.toLocaleString('en')} words found)`
  const read = `${on}, ${sentences.toLocaleString('en')} sentences, ${found.toLocaleString('en')} opinions; one thread, ${warmUp.length} reviews before`
  return [
    {
      id: `opinions.${id}.sentences`,
      name: `sentences read for opinions, ${id}`,
      value: sentences / ours,
      unit: '/s',
      on: read,
      beside: { what: what('loop over a word list'), value: sentences / plain },
    },
    {
      id: `opinions.${id}.reviews`,
      name: `reviews read for opinions, ${id}`,
      value: reviews.length / ours,
      unit: '/s',
      on: read,
    },
  ]
}

function seconds(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

const times = <T>(values: T[], count: number): T[] => Array.from({ length: count }, () => values).flat()

/** The texts of a file as the import hands them to its analyser: cleaned, with their category. Nothing is stored. */
async function textsOf(path: string, signal: AbortSignal): Promise<ReviewText[]> {
  const texts: ReviewText[] = []
  const analyser: Analyser = {
    async analyse(reviews) {
      texts.push(...reviews)
      return reviews.map(unanalysed)
    },
    close: async () => {},
  }
  // A dry run asks its store for nothing but what is known already.
  const store = {
    known: async () => ({ reviews: new Map(), categories: new Map() }),
  } as Partial<CorpusWriter> as CorpusWriter
  await importFile({ path, options: { dryRun: true }, store, analyser, clock: { now: () => new Date() }, signal })
  return texts
}

import { polarityOfTarget } from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import { readSemeval2014, readSemeval2016, type TargetSentence } from '../data/semeval.ts'
import type { Figure, Reference } from '../figure.ts'

interface PolaritySet {
  name: string
  file: string
  read: (path: string) => TargetSentence[]
  /** Aim and references for all four classes; null where only two are measured. */
  four: { aim: number; references: Reference[] } | null
  two: Reference[]
}

const sets: PolaritySet[] = [
  {
    name: 'semeval14-laptops',
    file: 'aspects/Laptop_Train_v2.xml',
    read: readSemeval2014,
    four: {
      aim: 0.705,
      references: [
        { what: 'best entry', value: 0.705, mark: 'M' },
        { what: 'best lexicon rules', value: 0.68, mark: 'H' },
        { what: 'VADER', value: 0.61, mark: 'H' },
      ],
    },
    two: [{ what: 'lexicon with negation', value: 0.768, mark: 'H' }],
  },
  {
    name: 'semeval14-restaurants',
    file: 'aspects/Restaurants_Train_v2.xml',
    read: readSemeval2014,
    four: {
      aim: 0.77,
      references: [
        { what: 'best entry', value: 0.81, mark: 'M' },
        { what: 'best lexicon rules', value: 0.737, mark: 'H' },
        { what: 'VADER', value: 0.724, mark: 'H' },
      ],
    },
    two: [{ what: 'lexicon with negation', value: 0.818, mark: 'H' }],
  },
  {
    name: 'semeval16-restaurants',
    file: 'aspects/ABSA16_Restaurants_Train_SB1_v2.xml',
    read: readSemeval2016,
    four: null,
    two: [],
  },
]

/** The polarity of a target whose place is given: accuracy on all four classes (SemEval's "conflict" is our "mixed"), and on those that people called positive or negative. */
export const measurePolarity: Task = async ({ data }) =>
  sets.flatMap((set) => {
    const path = data.find(set.file)
    return path ? figuresOf(set, set.read(path)) : []
  })

function figuresOf({ name, four, two }: PolaritySet, sentences: TargetSentence[]): Figure[] {
  const pairs = sentences.flatMap(({ text, targets }) =>
    targets.map(({ start, end, polarity }) => ({ gold: polarity, ours: polarityOfTarget(text, start, end) })),
  )
  const sided = pairs.filter(({ gold }) => gold === 'positive' || gold === 'negative')
  const right = (of: typeof pairs) => of.filter(({ gold, ours }) => gold === ours).length / of.length
  const confusion: Record<string, number> = {}
  for (const { gold, ours } of pairs) confusion[`${gold} as ${ours}`] = (confusion[`${gold} as ${ours}`] ?? 0) + 1
  const common = { task: 'polarity', set: name, unit: '%' as const }
  const figures: Figure[] = [
    {
      ...common,
      id: `polarity.${name}.2-classes`,
      metric: 'accuracy, 2 classes',
      value: right(sided),
      aim: 0.84,
      references: two,
      details: { targets: sided.length },
    },
  ]
  if (four)
    figures.unshift({
      ...common,
      ...four,
      id: `polarity.${name}.4-classes`,
      metric: 'accuracy, 4 classes',
      value: right(pairs),
      details: { targets: pairs.length, ...confusion },
    })
  return figures
}

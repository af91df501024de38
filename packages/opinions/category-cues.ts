import { addPhrase, type CueIndex, type CuePattern, indexCues } from './cue-patterns.ts'
import { appliances, coffeeMachines, vacuums } from './lexicon/cues/appliances.ts'
import { cars, clothing } from './lexicon/cues/clothing-and-cars.ts'
import { audio, batteries, computers } from './lexicon/cues/devices.ts'
import { everyday, machines } from './lexicon/cues/everyday.ts'
import { general, products } from './lexicon/cues/general.ts'
import { apps, care, furnishings, outdoors, remedies, tools, venues } from './lexicon/cues/more-domains.ts'
import { hotels, places } from './lexicon/cues/places.ts'
import { restaurants } from './lexicon/cues/restaurants.ts'
import { internet, movers, services } from './lexicon/cues/services.ts'
import { uses } from './lexicon/uses.ts'

/** The phrases that hold in a category: those that judge an aspect without naming it, and those that name a use. */
export interface CategoryCues {
  aspects: CueIndex
  uses: CueIndex
}

/** The more special group first: of two phrases of one length the first wins. */
const groups = [
  audio,
  computers,
  vacuums,
  coffeeMachines,
  hotels,
  restaurants,
  movers,
  internet,
  clothing,
  cars,
  appliances,
  places,
  services,
  apps,
  care,
  venues,
  furnishings,
  outdoors,
  remedies,
  tools,
  batteries,
  products,
  general,
  machines,
  everyday,
]

/** By the groups that hold and the uses that fit: names of categories come from files without end, but most of them read alike. */
const memory = new Map<string, CategoryCues>()
const ofCategory = new Map<string, CategoryCues>()

/** The phrases of a category; made once for all categories in which the same ones hold. */
export function categoryCues(category: string): CategoryCues {
  const known = ofCategory.get(category)
  if (known) return known
  const holding = groups.filter((group) => group.category.test(category) && !group.not?.test(category))
  const fitting = Object.entries(uses).filter(([, { category: where }]) => !where || where.test(category))
  const key = JSON.stringify([holding.map((group) => groups.indexOf(group)), fitting.map(([use]) => use)])
  const cues = memory.get(key) ?? { aspects: indexCues(holding), uses: indexUses(fitting) }
  memory.set(key, cues)
  if (ofCategory.size < 1000) ofCategory.set(category, cues)
  return cues
}

function indexUses(fitting: [string, (typeof uses)[string]][]): CueIndex {
  const index = new Map<string, CuePattern[]>()
  for (const [use, { words, phrases = [] }] of fitting)
    for (const phrase of [...words.split(', '), ...phrases]) addPhrase(index, use, 0, phrase)
  return index
}

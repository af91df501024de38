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

const memory = new Map<string, CategoryCues>()

/** The phrases of a category; made once for each. */
export function categoryCues(category: string): CategoryCues {
  let cues = memory.get(category)
  if (!cues) {
    cues = { aspects: indexCues(groups, category), uses: indexUses(category) }
    // Bounded: names of categories come from files.
    if (memory.size < 200) memory.set(category, cues)
  }
  return cues
}

function indexUses(category: string): CueIndex {
  const index = new Map<string, CuePattern[]>()
  for (const [use, { words, phrases = [], category: where }] of Object.entries(uses)) {
    if (where && !where.test(category)) continue
    for (const phrase of [...words.split(', '), ...phrases]) addPhrase(index, use, 0, phrase)
  }
  return index
}

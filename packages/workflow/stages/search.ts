import { formatCount } from '../answer/wording.ts'
import type { Candidate, ItemSearch, SearchResult, Understanding } from '../ports/index.ts'
import type { RunStage } from '../stage.ts'
import { chipsOf } from '../understanding/chips.ts'
import { type Feature, featuresIn, withFeatures } from '../understanding/features.ts'
import { queryFor } from '../understanding/query-for.ts'

/** Finds candidates within the hard limits. Where no category was named, the one that fits best is taken: earbuds and hotels cannot be ranked against each other. */
export function createSearch({ search }: { search: ItemSearch }): RunStage {
  return async ({ understanding }, { signal, emit }) => {
    const result = await search.search(queryFor(understanding), signal)
    const fitting = understanding.items.length > 0 || understanding.category ? result : inBestCategory(result)
    const features =
      understanding.items.length > 0
        ? []
        : joined(understanding.features, featuresIn(understanding.words ?? '', fitting.candidates))
    const found = withFeatures(fitting, features)
    const count = found.candidates.length
    const category = found.candidates[0]?.category
    const noun = category && found.candidates.every((item) => item.category === category) ? category : 'items'
    const refused = features.flatMap(({ name, wanted }) => (wanted ? [] : [name]))
    const completed: Understanding = {
      ...understanding,
      category: understanding.category ?? category,
      features,
      // "Without noise cancelling" is no wish for a good one.
      aspects: understanding.aspects.filter((aspect) => !refused.includes(aspect)),
    }
    // What only the catalogue could tell is understood now as well.
    if (completed.category !== understanding.category || features.length !== (understanding.features ?? []).length)
      emit({ type: 'data-understood', id: 'understood', data: { chips: chipsOf(completed) } })
    return {
      update: { found, understanding: completed },
      detail:
        count === 0 ? 'Found nothing that fits' : `Found ${formatCount(count)} ${count === 1 ? 'candidate' : noun}`,
    }
  }
}

/** The features of the turns before with those of this one, which wins where they differ. */
function joined(before: readonly Feature[] = [], now: readonly Feature[]): Feature[] {
  return [...before.filter(({ name }) => now.every((other) => other.name !== name)), ...now]
}

/** Only the candidates of the category that fits best. */
export function inBestCategory(result: SearchResult): SearchResult {
  const weight = new Map<string, number>()
  for (const { category, relevance } of result.candidates)
    weight.set(category, Math.max(weight.get(category) ?? 0, relevance))
  const best = [...weight].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]
  const within = ({ category }: { category: string }) => category === best
  const candidates: Candidate[] = result.candidates.filter(within)
  return {
    candidates,
    leftOut: result.leftOut.filter(({ item }) => within(item)),
    reviews: candidates.reduce((sum, item) => sum + item.rating.count, 0),
  }
}

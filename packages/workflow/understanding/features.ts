import type { Candidate, LeftOut, SearchResult } from '../ports/index.ts'
import { findPhrase, phraseKey, wordsOf } from './words.ts'

const refused = /\b(?:without|no|not|non)\s+(?:any\s+|a\s+)?$/i

/** Features that a text asks for by the catalogue's own name of them, and whether they are wanted or refused. */
function askedFeatures(text: string, names: Iterable<string>): Map<string, boolean> {
  const words = wordsOf(text)
  const asked = new Map<string, boolean>()
  for (const name of names) {
    const span = findPhrase(words, phraseKey(name))[0]
    if (span) asked.set(name, !refused.test(text.slice(0, span.start)))
  }
  return asked
}

/** The names of what items of a catalogue have or have not. */
const featureNames = (items: readonly Candidate[]) =>
  new Set(
    items.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) => (typeof value === 'boolean' ? [name] : [])),
    ),
  )

/** The items of which the catalogue says that they have every feature asked for; all of them where none is asked for. */
export function havingFeatures(items: readonly Candidate[], text: string): Candidate[] {
  const asked = [...askedFeatures(text, featureNames(items))].filter(([, wanted]) => wanted)
  return items.filter(({ attributes }) => asked.every(([feature]) => attributes[feature] === true))
}

/**
 * Keeps features asked for as a hard limit: "with noise cancelling" leaves out what the catalogue says has none, "without …" what has it. An item of which
 * the catalogue does not say stays. Where nothing would be left the limit is not applied, since a catalogue may use the words otherwise.
 */
export function withFeatures(result: SearchResult, text: string): SearchResult {
  const asked = askedFeatures(text, featureNames(result.candidates))
  const lacking = new Map<string, string>()
  for (const { itemId, attributes } of result.candidates) {
    for (const [feature, wanted] of asked) {
      if (typeof attributes[feature] === 'boolean' && attributes[feature] !== wanted)
        lacking.set(itemId, wanted ? feature : `no ${feature}`)
    }
  }
  const candidates = result.candidates.filter(({ itemId }) => !lacking.has(itemId))
  if (lacking.size === 0 || candidates.length === 0) return result
  const leftOut: LeftOut[] = result.candidates.flatMap((item) => {
    const feature = lacking.get(item.itemId)
    return feature ? [{ item, reason: 'lacks_feature' as const, feature }] : []
  })
  return { ...result, candidates, leftOut: [...leftOut, ...result.leftOut] }
}

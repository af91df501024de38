import type { Candidate, LeftOut, SearchResult } from '../ports/index.ts'
import { findPhrase, phraseKey, type Word, wordsOf } from './words.ts'

const refused = /\b(?:without|no|not|non)\s+(?:any\s+|a\s+)?$/i

/** Something that an item must have, or must not have, by the catalogue's own name of it. */
export interface Feature {
  name: string
  wanted: boolean
}

/** Features that a text asks for by the names that the items' catalogue has for them, and whether they are wanted or refused. */
export function featuresIn(text: string, items: readonly Candidate[]): Feature[] {
  const words = wordsOf(text)
  return [...featureNames(items)].flatMap((name) => {
    const span = findPhrase(words, phraseKey(name))[0]
    return span ? [{ name, wanted: !refused.test(text.slice(0, span.start)) }] : []
  })
}

/** The names of what items of a catalogue have or have not. */
const featureNames = (items: readonly Candidate[]) =>
  new Set(
    items.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) => (typeof value === 'boolean' ? [name] : [])),
    ),
  )

/**
 * The items of which the catalogue says that they have all that the words name, whatever it says of it: "waterproof" is had by what is so "IPX7". All items where the words name no
 * attribute. A feature that is refused is none that is named.
 */
export function havingNamed(
  words: Word[],
  items: readonly Candidate[],
  refusedOnes: readonly Feature[],
): readonly Candidate[] {
  const names = new Set(items.flatMap(({ attributes }) => Object.keys(attributes)))
  for (const { name, wanted } of refusedOnes) if (!wanted) names.delete(name)
  const asked = [...names].filter((name) => findPhrase(words, phraseKey(name)).length > 0)
  return items.filter(({ attributes }) => asked.every((name) => isHad(attributes[name])))
}

const isHad = (value: Candidate['attributes'][string] | undefined): boolean =>
  value !== undefined && value !== false && !/^(?:(?:no|none|not|n\/a|false|0)\b|-?$)/i.test(String(value).trim())

/**
 * Keeps features asked for as a hard limit: "with noise cancelling" leaves out what the catalogue says has none, "without …" what has it. An item of which
 * the catalogue does not say stays. Where nothing would be left the limit is not applied, since a catalogue may use the words otherwise.
 */
export function withFeatures(result: SearchResult, asked: readonly Feature[]): SearchResult {
  const lacking = new Map<string, string>()
  for (const { itemId, attributes } of result.candidates) {
    for (const { name, wanted } of asked) {
      if (typeof attributes[name] === 'boolean' && attributes[name] !== wanted)
        lacking.set(itemId, wanted ? name : `no ${name}`)
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

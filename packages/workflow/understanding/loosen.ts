import { aspectName } from '../answer/wording.ts'
import type { CategoryWords, TurnMemory, Understanding, Vocabulary } from '../ports/index.ts'
import { readWishes } from './wishes.ts'
import { phraseKey, wordsOf } from './words.ts'

interface Span {
  start: number
  end: number
}

/** What is left of the turn before once a text has taken parts of it back, and the words that did. */
export interface Loosened {
  /** Undefined where there is no turn before. */
  previous: TurnMemory | undefined
  spans: Span[]
}

/** One part of what was understood, by the word for it. */
type Part = (before: Understanding) => Understanding | null

const end = String.raw`(?=\s*(?:[.,;!?]|$|\b(?:but|and (?:only|under|over|with|show|make))\b))`
const dismissal = new RegExp(
  String.raw`\b(?:never ?mind|forget(?: about)?|drop|ignore|leave aside|skip|(?:i )?(?:don't|do not) (?:care|mind|worry)(?: about)?|no need (?:for|of))\s+(.+?)${end}`,
  'giu',
)
const irrelevance = new RegExp(
  String.raw`(?<=^|[.,;!?]|\band\b|\bbut\b)\s*([^.,;!?]+?)\s+(?:doesn't|does not|don't|do not|isn't|is not|is no)\s+(?:really )?(?:matter|important|object|issue)\b`,
  'giu',
)
const anyOf = /\b(?:(?:at|of|in|from|by|with)\s+)?any\s+(price|cost|budget|brand|make|rating|stars|category|kind)\b/giu
const noLimit =
  /\b(?:no|without(?: a| any)?)\s+(price|cost|budget|brand|make|rating|stars)\s+(?:limits?|preference)\b/giu
const readmission = new RegExp(
  String.raw`(?<=^|[.,;!?])\s*(?:include\s+(.+?)(?:\s+(?:again|too|as well))?|(.+?)\s+(?:is|are|would be)\s+(?:fine|ok|okay|allowed)(?:\s+(?:too|again|after all))?)${end}`,
  'giu',
)

/**
 * Reads what a text takes back of the turn before: "any price", "never mind the fit", "price doesn't matter", "Sony is fine too". Null when
 * it takes nothing back. A phrase whose object was no part of what was understood is left to be read as anything else.
 */
export function loosen(text: string, previous: TurnMemory | undefined, vocabulary: Vocabulary): Loosened | null {
  let before = previous?.understanding
  const spans: Span[] = []
  const scope = vocabulary.categories.find(({ category }) => category === before?.category)

  const limitOf = (object: string) => named(object, true)
  const partOrDetail = (object: string) => named(object) ?? detail(object, scope, vocabulary)
  for (const { pattern, partOf, always } of [
    { pattern: dismissal, partOf: partOrDetail },
    { pattern: irrelevance, partOf: partOrDetail },
    // "At any price" is no wish about the price, also where no limit was set.
    { pattern: anyOf, partOf: limitOf, always: true },
    { pattern: noLimit, partOf: limitOf, always: true },
    { pattern: readmission, partOf: readmitted },
  ]) {
    for (const match of text.matchAll(pattern)) {
      const object = match[1] ?? match[2] ?? ''
      const span = { start: match.index, end: match.index + match[0].length }
      if (spans.some((other) => span.start < other.end && other.start < span.end)) continue
      const whole = before && partOf(bare(object))?.(before)
      const less = whole ?? takeEach(object.split(/\s*,\s*|\s+(?:and|or)\s+/), before, partOf)
      if (less || always) spans.push(span)
      before = less ?? before
    }
  }
  if (spans.length === 0) return null
  return { previous: previous && before && { ...previous, understanding: before }, spans }
}

/** Takes back each of several that were named together; null when none of them was there. */
function takeEach(
  objects: string[],
  before: Understanding | undefined,
  partOf: (object: string) => Part | null,
): Understanding | null {
  if (!before || objects.length < 2) return null
  const less = objects.reduce((left, object) => partOf(bare(object))?.(left) ?? left, before)
  return less === before ? null : less
}

/** The phrase that takes a part back, for a chip to send; `loosen` reads each of them. */
export const withoutPhrase = {
  category: 'in any category',
  price: 'at any price',
  rating: 'any rating',
  brands: 'any brand',
  readmit: (name: string) => `include ${name} again`,
  detail: (words: string) => `never mind ${words}`,
}

const bare = (phrase: string) =>
  phrase
    .trim()
    .replaceAll(/[“”"']/g, '')
    .replace(/^(?:the|my|our|your|an?|about)\s+/i, '')
    .trim()

/** Parts that have one word for all of them; `limits` where the text spoke of a limit. */
function named(object: string, limits = false): Part | null {
  if (/^(?:price|cost|costs|budget|money|limit)(?: limit)?$/i.test(object))
    return limits ? withoutPrice(withoutBudget, withoutPriceWish) : withoutPrice(withoutPriceWish, withoutBudget)
  if (/^(?:brand|brands|make|makes)$/i.test(object))
    return (before) =>
      before.brandsIn.length + before.brandsOut.length > 0 ? { ...before, brandsIn: [], brandsOut: [] } : null
  if (/^(?:rating|ratings|stars)$/i.test(object))
    return (before) => (before.minRating === undefined ? null : { ...before, minRating: undefined })
  if (/^(?:category|kind)$/i.test(object))
    return (before) => (before.category ? { ...before, category: undefined, kind: undefined } : null)
  return null
}

const withoutBudget: Part = (before) =>
  before.budget
    ? { ...before, budget: undefined, cheaperThan: undefined, dearerThan: undefined, currencyAssumed: undefined }
    : null

const withoutPriceWish: Part = (before) =>
  before.aspects.includes('price')
    ? { ...before, aspects: before.aspects.filter((aspect) => aspect !== 'price'), priceOrder: undefined }
    : null

/** "At any price" speaks of the limit first, "never mind the price" of the wish; of the other where that was not there. */
const withoutPrice =
  (first: Part, second: Part): Part =>
  (before) =>
    first(before) ?? second(before)

/** A wish, a use, a feature, a brand, or words of the need. */
function detail(object: string, scope: CategoryWords | undefined, vocabulary: Vocabulary): Part | null {
  const key = phraseKey(object)
  if (key === '') return null
  const same = (words: string) => phraseKey(bare(words)) === key
  return (before) => {
    const exactly = lessBy(before, same)
    if (exactly) return exactly
    // By another word for it: "never mind the weight" of a need for something light.
    const wishes = readWishes(wordsOf(object), [], scope, vocabulary).aspects
    return lessBy(before, (words) => wishes.includes(words))
  }
}

/** What is left without the parts of which `gone` is true; null when all are left. */
function lessBy(before: Understanding, gone: (words: string) => boolean): Understanding | null {
  const less: Understanding = {
    ...before,
    aspects: before.aspects.filter((aspect) => !gone(aspect) && !gone(aspectName(aspect))),
    priceOrder: gone('price') ? undefined : before.priceOrder,
    use: before.use && gone(before.use) ? undefined : before.use,
    features: before.features?.filter(({ name }) => !gone(name)),
    brandsIn: before.brandsIn.filter((brand) => !gone(brand)),
    items: before.items.filter(({ name }) => !gone(name)),
    text: before.text !== '' && gone(before.text) ? '' : before.text,
  }
  return sizeOf(less) < sizeOf(before) ? less : null
}

/** A brand or an item that had been ruled out. */
const readmitted = (object: string): Part => {
  const key = phraseKey(object)
  return (before) => {
    const brandsOut = before.brandsOut.filter((brand) => phraseKey(brand) !== key)
    const namesOut = before.namesOut ?? []
    const back = namesOut.filter(({ name }) => phraseKey(name) === key).map(({ itemId }) => itemId)
    if (brandsOut.length === before.brandsOut.length && back.length === 0) return null
    return {
      ...before,
      brandsOut,
      itemsOut: before.itemsOut.filter((itemId) => !back.includes(itemId)),
      namesOut: namesOut.filter(({ itemId }) => !back.includes(itemId)),
    }
  }
}

/** How many parts there are. */
const sizeOf = ({ aspects, use, features, brandsIn, items, text }: Understanding) =>
  aspects.length + (use ? 1 : 0) + (features?.length ?? 0) + brandsIn.length + items.length + (text === '' ? 0 : 1)

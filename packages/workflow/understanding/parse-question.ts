import { detectLanguage } from '@reviewguide/opinions'
import type { CategoryWords, Intent, NamedItem, TurnMemory, Understanding, Vocabulary } from '../ports/index.ts'
import { readBrands } from './brands.ts'
import { readBudget, readMinRating } from './budget.ts'
import { namesForeign, readCategories } from './category.ts'
import { correctSlips } from './correct-slips.ts'
import { carryOver } from './follow-up.ts'
import { loosen } from './loosen.ts'
import { readMissed } from './missed.ts'
import { readMistyped } from './mistyped.ts'
import { emptyWords } from './needs.ts'
import { readOrder, wordsOfOrder } from './order.ts'
import { pronoun, readReferences } from './references.ts'
import { isNeedWord, readWishes } from './wishes.ts'
import { type Word, wordsOf } from './words.ts'

/** What the parser reads a question by. */
export interface ParseInput {
  text: string
  vocabulary: Vocabulary
  /** Items that the catalogue found named in the text. */
  named: NamedItem[]
  /** Earlier turns of the chat, oldest first. */
  memory: TurnMemory[]
  /** The category that was chosen beside the text; it wins over what the text names. */
  within?: string
}

const smallTalk =
  /^(?:(?:ok(?:ay)?|great|cool|perfect)[\s,.!]+)?(?:hi+|hello|hey+|good (?:morning|afternoon|evening|day)|thanks?(?: you)?(?: so much| a lot)?|thx|ok(?:ay)?|great|cool|bye|goodbye|who are you|what (?:are|is) (?:you|this)|what can (?:you|i) (?:do|ask)(?: you)?(?: here)?|how (?:are you|does this work|do you work)|help)(?: there| reviewguide)?[\s!?.]*$/i
/** Small talk that asks for nothing. */
const thanking = /\b(?:thanks?|thx|bye|goodbye)\b/i
const complaint =
  /^(?:but |and )?why not\b|\b(?:complain\w*|dislike\w*|hate\w*|problems?|issues?|wrong with|worst|downsides?|drawbacks?|cons|bad about|faults?|weakness\w*|negatives?|annoy\w*)\b/i
const praise =
  /\b(?:like (?:most|best|about)|love (?:most|about)|(?:do|did) (?:they|people|guests|owners|buyers|customers) (?:like|love|enjoy)|praise\w*|pros|good about|best thing|strengths?|upsides?|positives?)\b/i
const alternative =
  /\b(?:alternatives? to|instead of|similar to|(?:anything|something) like|better than|cheaper than|other than)\s*(?:the )?$/i
/** "Is it better than the Orso Run?" */
const asksWhether = /^\s*(?:and |but )?(?:is|are|was|does|do|did|how)\b/i
/** "Quieter than the Dravik T9" wants another one; "is it quieter than" compares. */
const surpassed = /^(?!\s*(?:is|are|was|does|do|did|how)\b).*\b(?:\p{L}{3,}er|(?:more|less) \p{L}+) than\s*(?:the )?$/iu
const wish =
  /\b(?:best|good|great|better|top|cheap\w*|recommend\w*|suggest\w*|which|what|where|find|need|want|looking|looking for|quiet\w*|nice|show|any|ideas?)\b/i

/**
 * Reads a question by the catalogue's own vocabulary: what is asked, about which items or which need, within which limits.
 * Pure, and never fails: what cannot be read ends as `out_of_scope`, or as words that the search will look for.
 */
export function parseQuestion({ text: said, vocabulary, named, memory: turns, within }: ParseInput): Understanding {
  const loosened = loosen(said, turns.at(-1), vocabulary)
  const text = loosened ? blankOut(said, loosened.spans) : said
  const memory = loosened?.previous ? [...turns.slice(0, -1), loosened.previous] : turns
  const previous = memory.at(-1)
  const blank: Understanding = {
    intent: 'out_of_scope',
    brandsIn: [],
    brandsOut: [],
    aspects: [],
    text: '',
    words: '',
    unread: [],
    items: [],
    itemsOut: [],
    followUp: false,
  }
  if (smallTalk.test(text.trim())) return { ...blank, intent: 'chat', ...(thanking.test(text) && { thanks: true }) }

  const words = correctSlips(wordsOf(text), vocabulary)
  const budget = readBudget(text, vocabulary.currency)
  const minRating = readMinRating(text)
  const read = [...(budget?.spans ?? []), ...(loosened?.spans ?? [])]
  const spoken = named.filter(
    (item) => !isCommon(text, item) && !read.some((span) => item.start < span.end && span.start < item.end),
  )
  const weighs = asksWhether.test(text) && (spoken.length > 1 || (memory.length > 0 && pronoun.test(text)))
  const rejected = spoken.filter((item) => {
    const before = text.slice(0, item.start)
    if (weighs && /\bthan\s*(?:the )?$/i.test(before)) return false
    return alternative.test(before) || surpassed.test(before) || isExcluded(text, item.start)
  })
  const items = spoken.filter((item) => !rejected.includes(item))
  const references = readReferences(text, memory, items)

  const nameSpans = [
    ...spoken,
    ...(budget?.spans ?? []),
    ...(minRating ? [minRating] : []),
    ...(spoken.length === 0 ? wordsOfOrder(text) : []),
    ...(memory.length > 0 ? wordsOfGoingOn(text) : []),
  ]
  const free = words.filter((word) => !nameSpans.some((span) => word.start < span.end && span.start < word.end))
  const exact = readCategories(free, vocabulary.categories)
  const categories = exact.length + spoken.length > 0 ? exact : readMistyped(free, vocabulary.categories)
  const categoryName = (items[0] ?? rejected[0] ?? references[0])?.category
  const chosen = within ?? categories[0]?.category.category ?? categoryName
  const category = vocabulary.categories.find((candidate) => candidate.category === chosen)
  const brands = readBrands(text, category?.brands.concat(vocabulary.brands) ?? vocabulary.brands, nameSpans)
  const taken = [...nameSpans, ...categories, ...brands.spans]
  // A follow-up that names no category speaks of the category before it.
  const scope = category ?? previousCategory(vocabulary, previous)
  const wishes = readWishes(words, taken, scope, vocabulary)

  const use = readUse(text)
  const understood = [...taken, ...wishes.spans, ...(use ? [use] : [])]
  const rest = words.filter(
    (word) =>
      !emptyWords.has(word.text) &&
      !complaint.test(word.text) &&
      !/^\d+$/.test(word.text) &&
      !taken.some((span) => word.start < span.end && span.start < word.end),
  )
  const unknown = rest.filter(
    (word) => !understood.some((span) => word.start < span.end && span.start < word.end) && !isNeedWord(word),
  )

  const reading: Understanding = {
    ...blank,
    category: category?.category,
    kind: category?.kind,
    budget: budget ? { max: budget.max, min: budget.min } : undefined,
    currencyAssumed: budget?.currencyAssumed,
    brandsIn: brands.in,
    brandsOut: brands.out,
    aspects: wishes.aspects,
    use: use?.words,
    // Wishes are answered by reviews; only what no review vocabulary knows is looked for in the items' own words.
    text: unknown.map((word) => word.text).join(' '),
    // "Robot vacuum" says more than the category that it means.
    words: wordsBeside(text, words, [...nameSpans, ...brands.spans, ...categories.filter(({ own }) => own)]),
    unread: unknown.map((word) => word.text),
    items: [...items, ...references].map(({ itemId, name }) => ({ itemId, name })),
    itemsOut: rejected.map(({ itemId }) => itemId),
    namesOut: rejected.map(({ itemId, name }) => ({ itemId, name })),
    side: complaint.test(text) ? 'negative' : praise.test(text) ? 'positive' : undefined,
    minRating: minRating?.stars,
  }
  const spelledOut = words.map((word) => word.text).join(' ')
  Object.assign(reading, readOrder(spelledOut, budget?.max?.currency ?? budget?.min?.currency ?? vocabulary.currency))
  // Of several things the worst is one of them; of one thing it is what people fault.
  if (reading.worstFirst && reading.items.length === 0) reading.side = undefined
  reading.intent = intentOf(reading, text, unknown, rejected.length > 0)
  if (reading.intent === 'out_of_scope' && !['en', 'und'].includes(detectLanguage(text))) reading.foreign = true
  // What it is for ("swimming") is understood, and yet no review may speak of it.
  const unanswered = rest.filter((word) => !wishes.spans.some((span) => word.start < span.end && span.start < word.end))
  const missed = readMissed(text, reading, unanswered)
  if (missed) reading.missed = missed
  return carryOver(reading, {
    text,
    memory,
    unknown,
    hasOwnSubject:
      categories.length > 0 || items.length > 0 || rejected.some((item) => item.category !== scope?.category),
    foreign: namesForeign(unknown, vocabulary.categories),
    pointed: references.length > 0,
    onlyLoosened: loosened !== null && words.every((word) => emptyWords.has(word.text)),
  })
}

function intentOf(reading: Understanding, text: string, unknown: Word[], wantsAlternative: boolean): Intent {
  if (reading.items.length >= 2) return 'compare'
  if (reading.items.length === 1) return reading.side || reading.aspects.length > 0 ? 'ask' : 'assess'
  if (reading.category || wantsAlternative || reading.brandsIn.length > 0) return 'recommend'
  const limits = reading.budget ?? reading.minRating
  if (wish.test(text) && (reading.aspects.length > 0 || limits || unknown.length > 0)) return 'recommend'
  return 'out_of_scope'
}

/** The text without the spans; empty when no word is left that says something. */
function wordsBeside(text: string, words: readonly Word[], spans: readonly { start: number; end: number }[]): string {
  const covered = (word: Word) => spans.some((span) => word.start < span.end && span.start < word.end)
  if (words.every((word) => emptyWords.has(word.text) || covered(word))) return ''
  return blankOut(text, spans).replace(/\s+/g, ' ').trim()
}

/** The text with blanks for the spans, so that all else stands where it stood. */
function blankOut(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

function previousCategory(vocabulary: Vocabulary, previous: TurnMemory | undefined): CategoryWords | undefined {
  const name = previous?.understanding.category ?? previous?.shown[0]?.category
  return vocabulary.categories.find(({ category }) => category === name)
}

function isExcluded(text: string, start: number): boolean {
  return /\b(?:(?<!\bwhy )not|except|without|but not|no|excluding|besides|apart from)\s+(?:the\s+)?$/i.test(
    text.slice(0, start),
  )
}

/** From here on a name was said whole. */
const WHOLE_NAME = 0.9

/** "Which of the two" names no "Two Gulls Removals". */
const isCommon = (text: string, { start, end, similarity }: NamedItem) =>
  similarity < WHOLE_NAME &&
  wordsOf(text.slice(start, end)).every(
    (word) => emptyWords.has(word.text) || /^(?:one|two|three|four|five|six|first|second|third|last)$/.test(word.text),
  )

/** "Back to" leads to what was spoken of before and "dearer" away from its price; neither says anything of what is looked for. */
const wordsOfGoingOn = (text: string) =>
  [...text.matchAll(/\b(?:back to|dearer|pricier|fancier)\b/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))

/** What it is for, as the asker puts it: "for running", "for a family of four". */
function readUse(text: string): { words: string; start: number; end: number } | undefined {
  const match =
    /\bfor (?!less\b|under\b|about\b|around\b|me\b|\$|\d)((?:my |a |an |the |our )?[\p{L}' -]{2,50}?)(?=\s+(?:under|below|with|near|in|at|that|which|who|up to|over|less|around|between|but|and under|and (?:has|have|is|are|it|that|must|can)|instead|too|also|as well|again|please|though)\b|[,.?!;]|\s*\$|$)/iu.exec(
      text,
    )
  const words = match?.[1]?.trim()
  return match && words ? { words, start: match.index, end: match.index + match[0].length } : undefined
}

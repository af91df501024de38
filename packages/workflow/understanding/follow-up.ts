import type { TurnMemory, Understanding } from '../ports/index.ts'
import type { Word } from './words.ts'

/** What the parser knows beside the reading itself. */
export interface FollowUpContext {
  text: string
  memory: TurnMemory[]
  unknown: Word[]
  /** The text names a category or an item of its own. */
  hasOwnSubject: boolean
  /** The text points at an item shown before. */
  pointed: boolean
  /** Parts of the turn before were taken back, and nothing else was said. */
  onlyLoosened: boolean
}

const dearer = /\b(?:more expensive|pricier|dearer|fancier|higher[ -]end|more upmarket)\b/i
const others =
  /^(?:(?:show|give|tell)(?: me)? )?(?:(?:any|some|the) )?(?:more|others?|other (?:ones|options)|something else|anything else|what else|alternatives)(?: (?:ones|options|please|is there))?[\s?.!]*$/i
/** What is said after these is wanted as well; anything else takes the place of the wishes before. */
const addition =
  /^(?:and|also|plus|but|with|it (?:should|must)|they (?:should|must))\b(?! (?:for|what about|how about)\b)/i
const cheaper = /\b(?:cheaper|less expensive|lower price|more affordable|too expensive|too dear|for less)\b/i
const opener =
  /^(?:and|what about|how about|but|or|also|only|any|with|without|not|no|for|under|below|show|cheaper|is there|are there|ok|instead|something|anything|more|which)\b/i
const again = /^(?:and|what about|how about|back to|but)\b/i

/** Most wishes at a time: more would say nothing about what matters. */
const MOST_WISHES = 5

/**
 * Reads a message as a continuation of the chat where it is one: "cheaper ones?", "and for travel?", "what about Sony?", "the second one".
 * Limits and wishes of the turn before are kept unless the message names its own; a message with a subject of its own starts afresh.
 */
export function carryOver(reading: Understanding, context: FollowUpContext): Understanding {
  const previous = context.memory.at(-1)
  if (!previous) return reading
  if (context.onlyLoosened)
    return { ...previous.understanding, ...freshIntent(previous.understanding), words: '', followUp: true }
  if (context.pointed) return pointed(reading, previous)
  if (others.test(context.text.trim()) && previous.shown.length > 0) return beyond(previous, context.memory)

  // The answer to "what are you looking for?" names a category and nothing else; the wishes stand in the question before.
  if (previous.asked === 'category' && reading.category && reading.items.length === 0 && reading.aspects.length === 0) {
    return merge(reading, previous, context.text)
  }
  if (context.hasOwnSubject) {
    const earlier =
      again.test(context.text.trim()) && reading.items.length === 0
        ? context.memory.findLast(({ understanding }) => understanding.category === reading.category)
        : undefined
    return earlier ? merge(reading, earlier, context.text) : reading
  }

  const wishes =
    reading.aspects.length > 0 ||
    reading.budget ||
    reading.minRating ||
    reading.brandsIn.length > 0 ||
    reading.brandsOut.length > 0 ||
    reading.use
  const onlyWishes = Boolean(wishes) && context.unknown.length === 0
  const continues =
    onlyWishes ||
    cheaper.test(context.text) ||
    dearer.test(context.text) ||
    reading.side !== undefined ||
    (opener.test(context.text.trim()) && (wishes || context.unknown.length <= 2))
  return continues ? merge(reading, previous, context.text) : reading
}

/** The same need, without what was shown for it. */
function beyond(previous: TurnMemory, memory: TurnMemory[]): Understanding {
  const before = previous.understanding
  const seen = memory.filter(({ understanding }) => understanding.category === before.category)
  const shown = new Set(seen.flatMap((turn) => turn.shown.map(({ itemId }) => itemId)))
  return {
    ...before,
    items: [],
    itemsOut: [...new Set([...before.itemsOut, ...shown])],
    words: '',
    intent: 'recommend',
    followUp: true,
  }
}

/** What is asked for once parts were taken back. */
function freshIntent({ items, side, aspects }: Understanding): Pick<Understanding, 'intent'> {
  if (items.length >= 2) return { intent: 'compare' }
  if (items.length === 1) return { intent: side || aspects.length > 0 ? 'ask' : 'assess' }
  return { intent: 'recommend' }
}

function pointed(reading: Understanding, previous: TurnMemory): Understanding {
  const kept = reading.items.length >= 2 ? previous.understanding.aspects : []
  return {
    ...reading,
    category: reading.category ?? previous.understanding.category,
    kind: reading.kind ?? previous.understanding.kind,
    aspects: reading.aspects.length > 0 ? reading.aspects : kept,
    text: '',
    followUp: true,
  }
}

function merge(reading: Understanding, { understanding: before, shown }: TurnMemory, text: string): Understanding {
  // A question about one item goes on about that item; any other goes on about the need.
  const aboutItem =
    before.items.length > 0 &&
    (reading.side !== undefined || reading.aspects.length > 0) &&
    !cheaper.test(text) &&
    !dearer.test(text)
  // "Cheaper" is a limit, set below; it does not make the price the wish.
  const own =
    cheaper.test(text) || dearer.test(text)
      ? reading.aspects.filter((aspect) => aspect !== 'price' && aspect !== 'value')
      : reading.aspects
  const wishes = addition.test(text) && !aboutItem ? [...new Set([...before.aspects, ...own])].slice(-MOST_WISHES) : own
  const merged: Understanding = {
    ...reading,
    category: reading.category ?? before.category ?? shown[0]?.category,
    kind: reading.kind ?? before.kind,
    budget: reading.budget ?? before.budget,
    currencyAssumed: reading.budget ? reading.currencyAssumed : before.currencyAssumed,
    brandsIn:
      reading.brandsIn.length > 0
        ? reading.brandsIn
        : before.brandsIn.filter((brand) => !reading.brandsOut.includes(brand)),
    brandsOut: [...new Set([...before.brandsOut, ...reading.brandsOut])].filter(
      (brand) => !reading.brandsIn.includes(brand),
    ),
    aspects: own.length > 0 ? wishes : before.aspects,
    use: reading.use ?? before.use,
    text: reading.text && !aboutItem ? reading.text : before.text,
    items: aboutItem ? before.items : reading.items,
    cheaperThan: reading.budget ? undefined : before.cheaperThan,
    dearerThan: reading.budget ? undefined : before.dearerThan,
    itemsOut: [...new Set([...before.itemsOut, ...reading.itemsOut])],
    namesOut: [...(before.namesOut ?? []), ...(reading.namesOut ?? [])],
    features: before.features,
    minRating: reading.minRating ?? before.minRating,
    followUp: true,
  }
  merged.intent = merged.items.length >= 2 ? 'compare' : merged.items.length === 1 ? 'ask' : 'recommend'
  const price = shown[0]?.price
  if (dearer.test(text) && !reading.budget && price) {
    const min = { ...price, minor: price.minor + 1 }
    return { ...merged, dearerThan: price, cheaperThan: undefined, budget: { min }, itemsOut: [] }
  }
  if (!cheaper.test(text) || reading.budget) return merged

  if (!price)
    return { ...merged, aspects: merged.aspects.includes('price') ? merged.aspects : ['price', ...merged.aspects] }
  return {
    ...merged,
    cheaperThan: price,
    dearerThan: undefined,
    budget: { ...before.budget, max: { ...price, minor: Math.max(0, price.minor - 1) } },
    itemsOut: [],
  }
}

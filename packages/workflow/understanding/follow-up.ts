import type { TurnMemory, Understanding } from '../ports/index.ts'
import type { Word } from './words.ts'

/** What the parser knows beside the reading itself. */
export interface FollowUpContext {
  text: string
  memory: TurnMemory[]
  unknown: Word[]
  /** The text names a category or an item of its own. */
  hasOwnSubject: boolean
  /** The text names a kind of thing that is not on file. */
  foreign: boolean
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
  /^(?:and|also|plus|but|with|it (?:should|must)|they (?:should|must))\b(?! (?:for|what about|how about)\b)|\b(?:too|also|as well)[\s.?!]*$/i
const cheaper = /\b(?:cheaper|less expensive|lower price|more affordable|too expensive|too dear|for less)\b/i
const tooDear = /\btoo (?:expensive|dear|pricey)\b/i
const opener =
  /^(?:and|what about|how about|but|or|also|only|any|with|without|not|no|for|under|below|show|cheaper|is there|are there|ok|instead|something|anything|somewhere|more|which)\b/i
/** Speaks of what was shown, or of whom it is for. */
const backReference = /\b(?:ones?|they|them|their|those|these|she|he|her|his|him)\b/i
/** Asks for one among several, and so for none that is at hand alone: "which is the cheapest". */
const amongSeveral = /\bwhich\s+(?:one|of|is|are|has|have)\b/i
/** Asks for others than the one at hand. */
const another = /\b(?:something|anything|somewhere|instead|others?|ones)\b/i
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
    return {
      ...previous.understanding,
      ...freshIntent(previous.understanding),
      itemsOut: (previous.understanding.namesOut ?? []).map(({ itemId }) => itemId),
      words: '',
      followUp: true,
    }
  if (context.pointed)
    return tooDear.test(context.text)
      ? merge({ ...reading, items: [] }, previous, context)
      : pointed(reading, previous, context.text)
  if (others.test(context.text.trim()) && previous.shown.length > 0) return beyond(previous, context.memory)

  // The answer to "what are you looking for?" names a category and nothing else; the wishes stand in the question before.
  if (previous.asked === 'category' && reading.category && reading.items.length === 0 && reading.aspects.length === 0) {
    return merge(reading, previous, context)
  }
  if (context.hasOwnSubject) {
    const earlier =
      again.test(context.text.trim()) && reading.items.length === 0
        ? turnOf(reading.category, context.memory)
        : undefined
    return earlier ? merge(reading, earlier, context) : reading
  }

  const wishes =
    reading.aspects.length > 0 ||
    reading.budget ||
    reading.minRating ||
    reading.brandsIn.length > 0 ||
    reading.brandsOut.length > 0 ||
    reading.itemsOut.length > 0 ||
    reading.use ||
    reading.priceOrder ||
    reading.worstFirst
  const onlyWishes = Boolean(wishes) && context.unknown.length === 0
  // "The battery, does it last", "the one with the best reviews": one word that no review vocabulary has does not change the subject, unless it names another one.
  const ofTheSame =
    context.unknown.length <= 1 &&
    (reading.aspects.length > 0 || (previous.understanding.items.length === 0 && backReference.test(context.text)))
  const continues =
    !context.foreign &&
    (onlyWishes ||
      ofTheSame ||
      cheaper.test(context.text) ||
      dearer.test(context.text) ||
      reading.side !== undefined ||
      (opener.test(context.text.trim()) && (wishes || context.unknown.length <= 2)))
  return continues ? merge(reading, previous, context) : reading
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

function pointed(reading: Understanding, previous: TurnMemory, text: string): Understanding {
  const before = previous.understanding
  // "And the first?" asks of it what was just asked of another.
  const same =
    /^(?:and|what about|how about)\b/i.test(text.trim()) &&
    before.intent === 'ask' &&
    reading.intent === 'assess' &&
    reading.side === undefined
  if (same) return { ...pointed(reading, previous, ''), intent: 'ask', side: before.side, aspects: before.aspects }
  const kept = reading.items.length >= 2 ? before.aspects : []
  return {
    ...reading,
    category: reading.category ?? before.category,
    kind: reading.kind ?? before.kind,
    aspects: reading.aspects.length > 0 ? reading.aspects : kept,
    text: '',
    followUp: true,
  }
}

/** The turn to go back to in a category; where it is the one at hand, the one before it was narrowed to a brand or an item. */
function turnOf(category: string | undefined, memory: TurnMemory[]): TurnMemory | undefined {
  const turns = memory.filter(({ understanding }) => understanding.category === category)
  if (turns.at(-1) !== memory.at(-1)) return turns.at(-1)
  return (
    turns.findLast(({ understanding: { items, brandsIn } }) => items.length + brandsIn.length === 0) ?? turns.at(-1)
  )
}

/** The need that a turn about single items belongs to: the last one in its category. */
function needOf({ understanding }: TurnMemory, memory: TurnMemory[]): Understanding {
  const need = memory.findLast(
    (turn) => turn.understanding.category === understanding.category && turn.understanding.items.length === 0,
  )
  return need?.understanding ?? understanding
}

function merge(reading: Understanding, turn: TurnMemory, { text, memory }: FollowUpContext): Understanding {
  const { shown, understanding } = turn
  // A question about one item goes on about that item; any other goes on about the need.
  const aboutItem =
    understanding.items.length > 0 &&
    !another.test(text) &&
    !(understanding.items.length === 1 && amongSeveral.test(text)) &&
    reading.itemsOut.length === 0 &&
    (reading.side !== undefined || reading.aspects.length > 0) &&
    !cheaper.test(text) &&
    !dearer.test(text)
  // "What about Sony?" after single items looks at what Sony makes, within limits or not.
  const keeps = aboutItem || understanding.items.length === 0 || reading.brandsIn.length > 0
  const before = keeps ? understanding : needOf(turn, memory)
  // Those that were left out since they had been shown may come again.
  const ruledOut = (before.namesOut ?? []).map(({ itemId }) => itemId)
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
    // "Something for gaming instead" looks beyond the brand that was spoken of.
    brandsIn:
      reading.brandsIn.length > 0 || /\b(?:instead|something else)\b/i.test(text)
        ? reading.brandsIn
        : before.brandsIn.filter((brand) => !reading.brandsOut.includes(brand)),
    brandsOut: [...new Set([...before.brandsOut, ...reading.brandsOut])].filter(
      (brand) => !reading.brandsIn.includes(brand),
    ),
    aspects: own.length > 0 ? wishes : before.aspects,
    use: reading.use ?? (/\bfor me\b/i.test(text) ? undefined : before.use),
    text: reading.text && !aboutItem ? reading.text : before.text,
    items: aboutItem ? before.items : reading.items,
    cheaperThan: reading.budget ? undefined : before.cheaperThan,
    dearerThan: reading.budget ? undefined : before.dearerThan,
    itemsOut: [...new Set([...ruledOut, ...reading.itemsOut])],
    namesOut: [...(before.namesOut ?? []), ...(reading.namesOut ?? [])],
    features: before.features,
    ...(reading.priceOrder || reading.worstFirst || /\bbest\b/i.test(text)
      ? { priceOrder: reading.priceOrder, worstFirst: reading.worstFirst }
      : { priceOrder: before.priceOrder, worstFirst: before.worstFirst }),
    minRating: reading.minRating ?? before.minRating,
    followUp: true,
  }
  merged.intent = merged.items.length >= 2 ? 'compare' : merged.items.length === 1 ? 'ask' : 'recommend'
  // Of those that were too dear there was none: dearer than the limit, then.
  const price = shown[0]?.price ?? (dearer.test(text) ? before.budget?.max : undefined)
  if (dearer.test(text) && !reading.budget && price) {
    const min = { ...price, minor: price.minor + 1 }
    return { ...merged, dearerThan: price, cheaperThan: undefined, budget: { min } }
  }
  if (!cheaper.test(text) || reading.budget) return merged

  if (!price)
    return { ...merged, aspects: merged.aspects.includes('price') ? merged.aspects : ['price', ...merged.aspects] }
  return {
    ...merged,
    cheaperThan: price,
    dearerThan: undefined,
    budget: { ...before.budget, max: { ...price, minor: Math.max(0, price.minor - 1) } },
  }
}

import { ENOUGH_REVIEWS, type RankedItem } from '../ranking/rank-items.ts'
import { leftOutSentences } from './left-out.ts'
import { quoteSentence, warningSentence } from './sentences.ts'
import { strengthsOf, weaknessesOf } from './sides.ts'
import {
  capitalise,
  citations,
  complaint,
  counted,
  type Draft,
  escapeName,
  formatMoney,
  formatStars,
  listed,
  praise,
  told,
} from './wording.ts'
import type { WriteInput, Written } from './written.ts'

/** Most items that an answer shows. */
const SHOWN = 5

/** Writes "which is the cheapest" and "which should I avoid": the first in the order that was asked for, what its reviews say all the same, and the next. */
export function writeOrdered(input: WriteInput): Written {
  const { ranked, understanding, book } = input
  const shown = ranked.slice(0, SHOWN)
  const { max, min } = understanding.budget ?? {}
  const given = [max, min].flatMap((limit) => (limit ? [formatMoney(limit)] : []))
  const [first, ...others] = shown
  if (!first) return { outcome: 'no_evidence', verdict: [], shown: [], table: false, body: [], given }
  const byPrice = Boolean(understanding.priceOrder)
  // Written first, so that evidence is numbered as it is read.
  const verdict = byPrice ? [priceSentence(first, others, input), standing(first)] : worstSentences(first, input)
  const [fault] = weaknessesOf(first)
  const wanted = byPrice ? wantedSentence(first, input) : null
  const voice = byPrice ? bestVoice(first, input) : fault && quoteSentence(first, fault.aspect, 'negative', book)
  const paragraphs = [
    byPrice ? [wanted, voice, warningSentence(first, book)] : [voice, praiseSentence(first, input)],
    others.map((item) => nextSentence(item, input)),
    leftOutSentences(input),
  ]
  return {
    outcome: first.reviews < ENOUGH_REVIEWS && !byPrice ? 'no_evidence' : 'answered',
    verdict,
    shown,
    table: false,
    body: paragraphs
      .map((paragraph) => paragraph.filter((draft): draft is Draft => Boolean(draft)))
      .filter((paragraph) => paragraph.length > 0),
    given,
  }
}

const about = ({ item }: RankedItem) => [item.itemId]

function priceSentence(first: RankedItem, others: RankedItem[], { understanding }: WriteInput): Draft {
  const { priceOrder } = understanding
  const amount = first.item.price
  const equal = others.filter(
    ({ item }) => item.price && item.price.currency === amount?.currency && item.price.minor === amount.minor,
  )
  const names = listed([first, ...equal].map(({ item }) => escapeName(item.name)))
  const which = priceOrder?.first === 'highest' ? 'Most expensive' : 'Cheapest'
  return {
    text: `**${which}: ${names}${amount ? `, at ${formatMoney(amount)}` : ''}.**`,
    about: [first, ...equal].map(({ item }) => item.itemId),
  }
}

function standing(first: RankedItem): Draft {
  const { adjusted, count } = first.ledger.rating
  if (first.reviews < ENOUGH_REVIEWS)
    return { text: `It has ${counted(first.reviews, 'review')}, too few to judge it by.`, about: about(first) }
  return {
    text:
      adjusted === null
        ? `It has ${counted(first.reviews, 'review')} and no ratings.`
        : `It stands at ${formatStars(adjusted)} out of 5 stars on ${counted(count, 'rating')}.`,
    about: about(first),
  }
}

function worstSentences(first: RankedItem, { book }: WriteInput): Draft[] {
  const name = escapeName(first.item.name)
  const clauses = weaknessesOf(first)
    .slice(0, 2)
    .flatMap((aspect, index) => {
      const count = index === 0 ? 2 : 1
      const numbers = book.cite({ itemId: first.item.itemId, aspect: aspect.aspect, polarity: 'negative', count })
      return numbers.length > 0 ? [`${complaint(aspect)} ${citations(numbers)}`] : []
    })
  const text =
    clauses.length > 0
      ? `**Least liked here: ${name}.** ${capitalise(listed(clauses))}.`
      : `**Lowest in the order here: ${name}.**`
  return [{ text, about: about(first) }, standing(first)]
}

/** What the first in price is like on what else was asked for, but for what it is warned of anyway. */
function wantedSentence(first: RankedItem, { book }: WriteInput): Draft | null {
  const warned = weaknessesOf(first).slice(0, 2)
  const clauses = first.wanted.flatMap((aspect) => {
    if (warned.includes(aspect)) return []
    const polarity = aspect.positive >= aspect.negative ? 'positive' : 'negative'
    const numbers = book.cite({ itemId: first.item.itemId, aspect: aspect.aspect, polarity, count: 1 })
    return numbers.length > 0 ? [`${told(aspect)} ${citations(numbers)}`] : []
  })
  return clauses.length > 0 ? { text: `${capitalise(listed(clauses))}.`, about: about(first) } : null
}

function bestVoice(first: RankedItem, { book }: WriteInput): Draft | null {
  const [best] = strengthsOf(first)
  return best ? quoteSentence(first, best.aspect, 'positive', book) : null
}

/** What speaks for it all the same. */
function praiseSentence(first: RankedItem, { book }: WriteInput): Draft | null {
  const [best] = strengthsOf(first)
  if (!best) return null
  const numbers = book.cite({ itemId: first.item.itemId, aspect: best.aspect, polarity: 'positive', count: 1 })
  return numbers.length > 0
    ? { text: `What speaks for it: ${praise(best)} ${citations(numbers)}.`, about: about(first) }
    : null
}

/** The next in the order, with what was asked for of it: its price, or its clearest fault. */
function nextSentence(ranked: RankedItem, { understanding, book }: WriteInput): Draft | null {
  const { item } = ranked
  const [best] = strengthsOf(ranked)
  const [fault] = weaknessesOf(ranked)
  const clause = (side: 'positive' | 'negative') => {
    const aspect = side === 'positive' ? best : fault
    const numbers = aspect ? book.cite({ itemId: item.itemId, aspect: aspect.aspect, polarity: side, count: 1 }) : []
    return aspect && numbers.length > 0
      ? `${side === 'positive' ? praise(aspect) : complaint(aspect)} ${citations(numbers)}`
      : null
  }
  const sides = understanding.priceOrder ? [clause('positive'), clause('negative')] : [clause('negative')]
  const said = sides.filter((side) => side !== null)
  const price = item.price ? ` at ${formatMoney(item.price)}` : ''
  if (said.length > 0)
    return { text: `**${escapeName(item.name)}**${price}: ${said.join(', but ')}.`, about: about(ranked) }
  return price === '' ? null : { text: `**${escapeName(item.name)}** is${price}.`, about: about(ranked) }
}

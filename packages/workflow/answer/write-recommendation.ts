import type { AspectLedger } from '../ports/index.ts'
import type { RankedItem } from '../ranking/rank-items.ts'
import { scoreOn } from '../ranking/score-on.ts'
import { leftOutSentences } from './left-out.ts'
import { alternativeSentence, divisionSentence, quoteSentence, warningSentence } from './sentences.ts'
import { divisionsOf, strengthsOf, weaknessesOf } from './sides.ts'
import {
  aspectName,
  capitalise,
  citations,
  counted,
  type Draft,
  escapeName,
  formatCount,
  formatMoney,
  formatStars,
  isUse,
  listed,
  praise,
  theAspect,
  toAsker,
} from './wording.ts'
import type { WriteInput, Written } from './written.ts'

/** Most items that an answer shows; a sixth would be read by nobody and weaken the advice. */
const SHOWN = 5

/** A lead smaller than this in fit is within what one more review could change. */
const CLEAR_LEAD = 0.06

/** Writes "which should I get": the pick and why, who should think twice, where people disagree, the others and what they are better at, and what was left out. */
export function writeRecommendation(input: WriteInput): Written {
  const { ranked, tooFew, understanding } = input
  const max = understanding.budget?.max
  const min = understanding.budget?.min
  const given = [
    ...(max ? [formatMoney(max)] : []),
    ...(min ? [formatMoney(min)] : []),
    ...(understanding.minRating ? [String(understanding.minRating)] : []),
  ]
  const shown = (ranked.length > 0 ? ranked : tooFew).slice(0, SHOWN)
  const [pick, second] = shown
  if (!pick) return { outcome: 'no_evidence', verdict: [], shown: [], table: false, body: [], given }
  if (ranked.length === 0) return { ...onlyHints(shown, input), given }

  // Asked for by price: what cannot be told comes first.
  const unpriced: Draft[] =
    understanding.priceOrder && !pick.item.price
      ? [{ text: 'No prices are known here to go by.', about: [pick.item.itemId] }]
      : []
  const verdict: Draft[] = [...unpriced, pickSentence(pick, second, input)]
  const why = whySentence(pick, ranked, input)
  if (why) verdict.push(why)
  if (!why || understanding.aspects.length === 0) verdict.push(ratingSentence(pick))

  const doubts = [warningSentence(pick, input.book), divisionSentence(pick, input.book)].filter(
    (draft) => draft !== null,
  )
  const praised = strengthsOf(pick)[0]
  const voice = praised && quoteSentence(pick, praised.aspect, 'positive', input.book)
  const first = [...(voice ? [voice] : []), ...doubts]
  const used = new Set<string>()
  const others = shown.slice(1).flatMap((item) => alternativeSentence(item, pick, used, input.book) ?? [])
  return {
    outcome: 'answered',
    verdict,
    shown,
    table: false,
    body: [first, others, leftOutSentences(input)].filter((paragraph) => paragraph.length > 0),
    given,
  }
}

const verbs: Record<string, string> = { hotels: 'Stay at', restaurants: 'Eat at' }

function pickSentence(pick: RankedItem, second: RankedItem | undefined, { understanding }: WriteInput): Draft {
  const { item } = pick
  const name = escapeName(item.name)
  const article = item.kind === 'product' && !/^the\b/i.test(item.name) ? 'the ' : ''
  const verb = verbs[item.category] ?? (item.kind === 'product' ? 'Get' : 'Go with')
  const about = [item.itemId]
  if (!second) return { text: `**${capitalise(article)}${name} is all that fits.**`, about }
  if (pick.confidence.level === 'low') return { text: `**Probably ${article}${name}**, ${doubt(pick)}.`, about }
  const lead = pick.fit - second.fit
  if (lead < CLEAR_LEAD / 2) {
    return {
      text: `**${verb} ${article}${name}**, by a narrow margin over ${second.item.kind === 'product' && article ? article : ''}${escapeName(second.item.name)}.`,
      about: [...about, second.item.itemId],
    }
  }
  // That it suits somebody is said where reviews speak of what that takes, and of nobody's wheelchair.
  const suits = pick.wanted.length > 0 && understanding.unread.length === 0
  const use = understanding.use && suits && lead >= CLEAR_LEAD ? ` for ${escapeName(toAsker(understanding.use))}` : ''
  return { text: `**${verb} ${article}${name}${use}.**`, about }
}

/** Why the pick is only probable: few reviews, few that speak of what was asked, or figures that scatter. */
function doubt({ reviews, wanted }: RankedItem): string {
  if (reviews < 10) return 'though little has been written about it'
  const asked = wanted[0]
  return asked
    ? `though few of its ${formatCount(reviews)} reviews speak of ${theAspect(asked.aspect)}`
    : 'though the figures leave room for doubt'
}

/** The figures for the pick on what was asked; where it leads all others on it, the sentence says so. */
function whySentence(pick: RankedItem, ranked: RankedItem[], input: WriteInput): Draft | null {
  const { book, understanding } = input
  const asked = pick.wanted.filter(({ positive, negative }) => positive > negative)
  const chosen = (asked.length > 0 ? asked : strengthsOf(pick)).slice(0, 2)
  const [first] = chosen
  if (!first) return null
  const clauses = chosen.map((aspect, index) => {
    const numbers = book.cite({
      itemId: pick.item.itemId,
      aspect: aspect.aspect,
      polarity: 'positive',
      count: index === 0 ? 2 : 1,
    })
    return { text: `${praise(aspect)} ${citations(numbers)}`, cited: numbers.length > 0 }
  })
  const text = clauses.filter(({ cited }) => cited).map((clause) => clause.text)
  if (text.length === 0) return null
  const max = understanding.budget?.max
  const limit = max && !understanding.cheaperThan ? ` under ${formatMoney(max)}` : ''
  const leads = ranked.length > 2 && leadsOn(pick, first, ranked)
  const opening = leads
    ? `Nothing else${limit} here does better ${isUse(first.aspect) ? 'for' : 'on'} ${aspectName(first.aspect)}: `
    : ''
  const sentence = `${opening}${listed(text)}.`
  return { text: leads ? sentence : capitalise(sentence), about: [pick.item.itemId] }
}

/** The plain share of praise, which a reader can see: 0 where nobody judges the aspect. */
function shareOn({ ledger }: RankedItem, aspect: string): number {
  const row = ledger.aspects.find((candidate) => candidate.aspect === aspect)
  return row && row.positive + row.negative > 0 ? row.positive / (row.positive + row.negative) : 0
}

function leadsOn(pick: RankedItem, { aspect }: AspectLedger, ranked: RankedItem[]): boolean {
  return ranked.every(
    (other) =>
      other === pick ||
      (!(aspect === 'price' && isCheaper(other, pick)) &&
        scoreOn(other, aspect) < scoreOn(pick, aspect) &&
        shareOn(other, aspect) <= shareOn(pick, aspect)),
  )
}

/** Whatever people think of prices, nobody believes that nothing does better on price than what costs more. */
function isCheaper({ item }: RankedItem, { item: than }: RankedItem): boolean {
  return Boolean(
    item.price && than.price && item.price.currency === than.price.currency && item.price.minor < than.price.minor,
  )
}

function ratingSentence(pick: RankedItem): Draft {
  const { rating } = pick.ledger
  const about = [pick.item.itemId]
  if (rating.adjusted === null) return { text: `It has ${counted(pick.reviews, 'review')} and no ratings.`, about }
  return {
    text: `It stands at ${formatStars(rating.adjusted)} out of 5 stars on ${counted(rating.count, 'rating')}, drawn towards what is usual here where ratings are few.`,
    about,
  }
}

/** All that fit have too few reviews: they are shown as hints, and none is the pick. */
function onlyHints(shown: RankedItem[], { book }: WriteInput): Omit<Written, 'given'> {
  const about = shown.map(({ item }) => item.itemId)
  const names = shown.map(({ item, reviews }) => `${escapeName(item.name)} (${counted(reviews, 'review')})`)
  const body = shown.flatMap((item) => {
    const aspect = strengthsOf(item)[0] ?? weaknessesOf(item)[0] ?? divisionsOf(item)[0]
    return (aspect && quoteSentence(item, aspect.aspect, undefined, book)) ?? []
  })
  return {
    outcome: 'no_evidence',
    verdict: [{ text: `**Too few reviews to judge.** What fits is ${listed(names)}.`, about }],
    shown,
    table: false,
    body: body.length > 0 ? [body] : [],
  }
}

import { reportsOpinion } from '@reviewguide/opinions'
import type { AspectLedger } from '../ports/index.ts'
import { ENOUGH_REVIEWS, type RankedItem } from '../ranking/rank-items.ts'
import { divisionSentence, quoteSentence } from './sentences.ts'
import { strengthsOf, weaknessesOf } from './sides.ts'
import {
  capitalise,
  citations,
  complaint,
  counted,
  type Draft,
  escapeName,
  formatStars,
  isPlural,
  listed,
  praise,
  theAspect,
} from './wording.ts'
import type { WriteInput, Written } from './written.ts'

/** Writes "is it any good": a straight word, the rating, what people like, what they fault, where they disagree. */
export function writeAssessment(input: WriteInput): Written {
  const ranked = input.ranked[0] ?? input.tooFew[0]
  if (!ranked) return { outcome: 'no_evidence', verdict: [], shown: [], table: false, body: [], given: [] }
  const { book } = input
  const about = [ranked.item.itemId]
  const thin = ranked.reviews < ENOUGH_REVIEWS
  const likes = strengthsOf(ranked).slice(0, 3)
  const faults = weaknessesOf(ranked).slice(0, 3)

  const liked = sideSentence(ranked, likes, 'positive', input)
  const faulted = sideSentence(ranked, faults, 'negative', input)
  const voices = [
    likes[0] && quoteSentence(ranked, likes[0].aspect, 'positive', book),
    faults[0] && quoteSentence(ranked, faults[0].aspect, 'negative', book),
  ]
  const division = divisionSentence(ranked, book)
  const body = [
    [liked, voices[0]],
    [faulted, voices[1]],
    [division, whoSentence(ranked, likes, faults, input)],
  ].map((paragraph) => paragraph.filter((draft): draft is Draft => Boolean(draft)))

  const missed = missedSentence(ranked, input)
  return {
    outcome: thin || missed ? 'no_evidence' : 'answered',
    verdict: [missed ?? { text: judgement(ranked), about }, standing(ranked)],
    shown: [ranked],
    table: false,
    body: body.filter((paragraph) => paragraph.length > 0),
    given: missed ? (input.understanding.missed?.words.join(' ').match(/\d[\d.,]*/g) ?? []) : [],
  }
}

/** Says that nobody answers what was asked for, in place of the judgement: "Yes, with reservations" would be read as the answer to it. */
function missedSentence({ item, reviews }: RankedItem, { understanding: { missed } }: WriteInput): Draft | null {
  const words = missed?.words.filter((word) => !reportsOpinion(word)) ?? []
  if (!missed || words.length === 0) return null
  const name = escapeName(item.name)
  const said = `*${escapeName(words.join(' '))}*`
  return {
    text: missed.rival
      ? `**I can speak of ${name} alone.** There are no reviews of ${said} here to compare it with.`
      : `**The reviews do not tell.** I found no opinion on ${said} in the ${counted(reviews, 'review')} of ${name}.`,
    about: [item.itemId],
  }
}

/** The word for the whole: by the adjusted rating, with the share of praise over all aspects where nothing is rated. */
function judgement({ item, ledger, reviews }: RankedItem): string {
  const name = escapeName(item.name)
  if (reviews < ENOUGH_REVIEWS) return `**Too early to say of ${name}.**`
  const praised = ledger.aspects.reduce((sum, { positive }) => sum + positive, 0)
  const judged = ledger.aspects.reduce((sum, { positive, negative }) => sum + positive + negative, 0)
  const stars = ledger.rating.adjusted ?? 1 + 4 * ((praised + 1) / (judged + 2))
  if (stars >= 4.2) return `**Yes, ${name} is good.**`
  if (stars >= 3.6) return `**Yes, with reservations: ${name} suits most who review it.**`
  if (stars >= 3) return `**${name} is good for some, and not for others.**`
  return `**No, not on what reviewers of ${name} say.**`
}

function standing({ item, ledger, reviews }: RankedItem): Draft {
  const about = [item.itemId]
  const { adjusted, mean, count } = ledger.rating
  if (adjusted === null || mean === null)
    return { text: `It has ${counted(reviews, 'review')}, none of them with stars.`, about }
  const moved =
    formatStars(adjusted) === formatStars(mean) ? '' : `, ${formatStars(adjusted)} once few votes are weighed`
  return { text: `It averages ${formatStars(mean)} out of 5 stars over ${counted(count, 'rating')}${moved}.`, about }
}

function sideSentence(
  ranked: RankedItem,
  aspects: AspectLedger[],
  side: 'positive' | 'negative',
  { book }: WriteInput,
): Draft | null {
  const say = side === 'positive' ? praise : complaint
  const clauses = aspects.flatMap((aspect, index) => {
    const numbers = book.cite({
      itemId: ranked.item.itemId,
      aspect: aspect.aspect,
      polarity: side,
      count: index === 0 ? 2 : 1,
    })
    return numbers.length > 0 ? [`${say(aspect)} ${citations(numbers)}`] : []
  })
  if (clauses.length === 0) return null
  const sentence = clauses.length > 1 ? `${clauses[0]}; ${listed(clauses.slice(1))}` : clauses[0]
  return { text: `${capitalise(sentence ?? '')}.`, about: [ranked.item.itemId] }
}

/** Whom it suits and whom not, from its clearest side each way. */
function whoSentence(
  { item }: RankedItem,
  likes: AspectLedger[],
  faults: AspectLedger[],
  { book }: WriteInput,
): Draft | null {
  const [like] = likes
  const [fault] = faults
  if (!like || !fault) return null
  const cited = [
    ...book.cite({ itemId: item.itemId, aspect: like.aspect, polarity: 'positive', count: 1 }),
    ...book.cite({ itemId: item.itemId, aspect: fault.aspect, polarity: 'negative', count: 1 }),
  ]
  if (cited.length < 2) return null
  return {
    text: `So it suits you if ${theAspect(like.aspect)} ${isPlural(like.aspect) ? 'count' : 'counts'} most, and less so if ${theAspect(fault.aspect)} ${isPlural(fault.aspect) ? 'do' : 'does'} ${citations(cited)}.`,
    about: [item.itemId],
  }
}

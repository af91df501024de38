import { parseDate } from '../fields/parse-date.ts'
import { parseRating } from '../fields/parse-rating.ts'
import { parseTruth } from '../fields/parse-truth.ts'
import { textOf } from './values.ts'

/** What a data set says of a review, in its own spelling. */
interface Said {
  id?: string
  text: string
  title?: string
  rating?: unknown
  /** Highest and lowest of the rating's scale, where the set names them. */
  best?: unknown
  worst?: unknown
  writtenAt?: unknown
  author?: string
  verified?: unknown
  helpfulVotes?: number
  url?: string
  language?: string
}

/** The review part of a canonical line. A rating or a date that cannot be read is left as it is, for the check to refuse or to tell. */
export function reviewFields({ rating, best, worst, writtenAt, verified, ...rest }: Said): Record<string, unknown> {
  const said = textOf(rating)
  const parsed = said === undefined ? undefined : parseRating(said)
  const highest = Number(textOf(best) ?? Number.NaN)
  const lowest = Number(textOf(worst) ?? Number.NaN)
  // "0 to 4" is "1 to 5" by another name.
  const shift = highest === 4 && lowest === 0 ? 1 : 0
  const scale = parsed?.scale ?? (highest > 0 ? highest : undefined)
  return {
    ...rest,
    rating: parsed === undefined ? undefined : parsed === null ? said : parsed.rating + shift,
    ratingScale: scale === undefined ? undefined : scale + shift,
    writtenAt: parseDate(textOf(writtenAt) ?? '') ?? textOf(writtenAt),
    verified: parseTruth(textOf(verified)),
  }
}

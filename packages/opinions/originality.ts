/** A review among those with the same text. */
export interface TextHolder {
  item: string
  source: string
  author: string | null
  /** ISO 8601; null where the source does not say. */
  writtenAt: string | null
}

/** What a review's copies, or near copies, make of it. */
export interface Copies {
  /** Other reviews with the text. */
  others: number
  /** How much this one may be the original, 0 to 1: a text is one person's testimony however often it appears. */
  original: number
}

/**
 * Where dates do not tell, all that may be the original together count like this many reviews: one of them is honest, and must not pay for the others. With more,
 * a text that fifty wrote without a date would count like many; with one, of three that are the same the honest one would be believed to a third.
 */
const BENEFIT = 2

/** When the reviews with one text were written. */
export interface Writings {
  count: number
  undated: number
  /** Milliseconds since 1970 of the earliest; infinite without any date. */
  first: number
  /** How many bear that date. */
  atFirst: number
}

/** Sums up when reviews were written. */
export function writingsOf(dates: readonly (string | null)[]): Writings {
  const moments = dates.map(momentOf)
  const first = moments.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const undated = moments.filter((at) => at === Number.POSITIVE_INFINITY).length
  return { count: dates.length, undated, first, atFirst: moments.filter((at) => at === first).length }
}

/** The writings of several texts as of one. */
export function joinWritings(all: readonly Writings[]): Writings {
  const first = all.reduce((earliest, one) => Math.min(earliest, one.first), Number.POSITIVE_INFINITY)
  const sum = (of: (one: Writings) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    count: sum((one) => one.count),
    undated: sum((one) => one.undated),
    first,
    atFirst: sum((one) => (one.first === first ? one.atFirst : 0)),
  }
}

/**
 * How much a review may be the first of those with its text: the one with the earliest date is, for certain where no other bears the same and none is undated. Of several that may be the first each
 * keeps a half, and in large groups its part of BENEFIT.
 */
export function originality(writtenAt: string | null, others: Writings): Copies {
  const own = momentOf(writtenAt)
  const rivals =
    others.undated + (others.first <= own && others.first !== Number.POSITIVE_INFINITY ? others.atFirst : 0)
  const isLater = others.first < own && own !== Number.POSITIVE_INFINITY
  return {
    others: others.count,
    original: isLater ? 0 : rivals === 0 ? 1 : Math.min(0.5, BENEFIT / (1 + rivals)),
  }
}

/**
 * What the reviews with one text make of each other, in order. A review that its shop lists under several items (same source, author, moment) is one review and no copy of itself: `listed` counts
 * its other places, and `others` does not.
 */
export function copiesAmong(holders: readonly TextHolder[]): (Copies & { listed: number })[] {
  const all = writingsOf(holders.map(({ writtenAt }) => writtenAt))
  const placesOf = (holder: TextHolder) =>
    holder.author === null || holder.writtenAt === null
      ? null
      : JSON.stringify([holder.source, holder.author, momentOf(holder.writtenAt)])
  const places = Map.groupBy(holders, placesOf)
  const here = Map.groupBy(holders, (holder) => JSON.stringify([placesOf(holder), holder.item]))
  return holders.map((holder) => {
    const place = placesOf(holder)
    const atPlace = here.get(JSON.stringify([place, holder.item]))?.length ?? 1
    const listed = place === null ? 0 : (places.get(place)?.length ?? atPlace) - atPlace
    return { ...originality(holder.writtenAt, without(all, holder.writtenAt, 1 + listed)), listed }
  })
}

/** The writings less some that were written at one time. */
function without(all: Writings, writtenAt: string | null, times: number): Writings {
  const moment = momentOf(writtenAt)
  const count = all.count - times
  if (moment === Number.POSITIVE_INFINITY) return { ...all, count, undated: all.undated - times }
  if (moment !== all.first) return { ...all, count }
  const atFirst = all.atFirst - times
  // Later ones may remain, and play no part beside this one.
  return { ...all, count, atFirst, first: atFirst === 0 ? Number.POSITIVE_INFINITY : all.first }
}

function momentOf(date: string | null): number {
  const moment = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment
}

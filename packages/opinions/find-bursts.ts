/** A review of one item in time. */
export interface DatedRating {
  /** 1 to 5 stars. */
  rating: number | null
  /** ISO 8601. */
  writtenAt: string | null
}

const DAY = 86_400_000

/** Days of a burst: campaigns are short, and a shop's own sale lasts longer. */
const WINDOW = 3

/** Days on either side whose reviews tell the item's rhythm at the time. */
const AROUND = 45

/** Fewer reviews than this within a window are no burst, whatever the rhythm. */
const FEWEST = 5

/** Reviews, and days, beside a window from which an item has a rhythm: a new item's first week is no burst against anything. */
const FEWEST_BESIDE = 5
const FEWEST_DAYS_BESIDE = 14

/** Standard deviations of a Poisson count above the rhythm: one window in millions by chance, since an item has hundreds of windows. */
const DEVIATIONS = 5

/** Standard deviations that the rhythm is granted when a burst's reviews share what it explains: as many as a usual busy day. */
const GRANTED = 2

/** Share of a burst's ratings on one end of the scale; honest rushes are as divided as the item's reviews are at other times. */
const ONE_SIDED = 0.9

/**
 * Finds the reviews of one item that lie in bursts against its own rhythm: windows of three days with far more reviews than the 45 days on either side, as far as the item was reviewed then, let expect (Poisson), nearly
 * all of them at one end of the scale, and more so than the item's other reviews. Of such a window only the reviews at that end are given. Reviews without a date or a rating are in none.
 *
 * @returns for the index of each such review the share of its burst that the rhythm explains, 0 to 1: what is usual, two standard deviations granted, over what came. Weighed by it,
 * a burst of any size counts like a busy day.
 */
export function findBursts(reviews: readonly DatedRating[]): Map<number, number> {
  const dated = reviews
    .flatMap(({ rating, writtenAt }, at) => {
      const day = writtenAt === null ? Number.NaN : Math.floor(Date.parse(writtenAt) / DAY)
      return rating === null || Number.isNaN(day) ? [] : [{ at, day, rating }]
    })
    .sort((a, b) => a.day - b.day || a.at - b.at)
  const found = new Map<number, number>()
  const high = dated.filter(isHigh).length
  const low = dated.filter(isLow).length
  /** Index of the first review on a day or later, moving forwards only. */
  const pointer = () => {
    let at = 0
    return (day: number) => {
      while (at < dated.length && (dated[at] as { day: number }).day < day) at += 1
      return at
    }
  }
  const [firstNear, start, end, lastNear] = [pointer(), pointer(), pointer(), pointer()]
  const [firstDay, lastDay] = [dated[0]?.day ?? 0, dated.at(-1)?.day ?? 0]
  for (const day of new Set(dated.map((review) => review.day))) {
    const [from, to] = [start(day), end(day + WINDOW)]
    const count = to - from
    const around = lastNear(day + AROUND + 1) - firstNear(day - AROUND) - count
    const others = dated.length - count
    const days = 1 + Math.min(day + AROUND, lastDay) - Math.max(day - AROUND, firstDay) - WINDOW
    if (count < FEWEST || others < FEWEST_BESIDE || days < FEWEST_DAYS_BESIDE) continue
    const expected = (around * WINDOW) / days
    const deviation = Math.sqrt(expected + 1)
    if (count < expected + DEVIATIONS * deviation) continue
    const within = dated.slice(from, to)
    for (const [isEnd, total] of [[isHigh, high] as const, [isLow, low] as const]) {
      const members = within.filter(isEnd)
      const usual = (total - members.length) / others
      const share = members.length / count
      if (share < ONE_SIDED || share <= usual) continue
      const explained = Math.min(1, (expected + GRANTED * deviation) / count)
      for (const { at } of members) found.set(at, Math.min(explained, found.get(at) ?? 1))
    }
  }
  return found
}

const isHigh = ({ rating }: { rating: number }) => rating >= 4.5
const isLow = ({ rating }: { rating: number }) => rating <= 1.5

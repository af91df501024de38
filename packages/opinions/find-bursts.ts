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

/** Standard deviations of a Poisson count above the rhythm: one window in millions by chance, since an item has hundreds of windows. */
const DEVIATIONS = 5

/** Share of a burst's ratings on one end of the scale; honest rushes are as divided as the item's reviews are at other times. */
const ONE_SIDED = 0.9

/**
 * Finds the reviews of one item that lie in bursts against its own rhythm: windows of three days with far more reviews than the 45 days on either side let expect (Poisson), nearly
 * all of them at one end of the scale, and more so than the item's other reviews. Of such a window only the reviews at that end are given. Reviews without a date or a rating are in none.
 *
 * @returns indices into `reviews`, in order
 */
export function findBursts(reviews: readonly DatedRating[]): number[] {
  const dated = reviews
    .flatMap(({ rating, writtenAt }, at) => {
      const day = writtenAt === null ? Number.NaN : Math.floor(Date.parse(writtenAt) / DAY)
      return rating === null || Number.isNaN(day) ? [] : [{ at, day, rating }]
    })
    .sort((a, b) => a.day - b.day || a.at - b.at)
  const found = new Set<number>()
  for (const day of new Set(dated.map((review) => review.day))) {
    const within = dated.filter((review) => review.day >= day && review.day < day + WINDOW)
    if (within.length < FEWEST) continue
    const near = dated.filter((review) => Math.abs(review.day - day) <= AROUND && !within.includes(review))
    const expected = (near.length * WINDOW) / (2 * AROUND + 1 - WINDOW)
    if (within.length < expected + DEVIATIONS * Math.sqrt(expected + 1)) continue
    const others = dated.filter((review) => !within.includes(review))
    for (const isEnd of [isHigh, isLow]) {
      const share = within.filter(isEnd).length / within.length
      const usual = others.length > 0 ? others.filter(isEnd).length / others.length : 0
      if (share >= ONE_SIDED && share > usual) for (const review of within) if (isEnd(review)) found.add(review.at)
    }
  }
  return [...found].sort((a, b) => a - b)
}

const isHigh = ({ rating }: { rating: number }) => rating >= 4.5
const isLow = ({ rating }: { rating: number }) => rating <= 1.5

/** What the reviews of one item say on one aspect, and how they sound as a whole. */
export interface ItemMentions {
  /** Reviews for and against, as counts or as sums of their weights. */
  positive: number
  negative: number
  /** The item's overall tone in any unit that is the same for all items, as the mean `reviewTone` of its reviews. Null where nothing is known. */
  tone: number | null
}

/** What is usual for an aspect in a category: the share of praise, 0 to 1, as a straight line over the item's tone, and how many found opinions that is worth. */
export interface AspectPrior {
  /** Share of praise that is usual at `tone`. */
  share: number
  /** Mean tone of the mentions. */
  tone: number
  /** Rise of the share for each unit of tone. */
  slope: number
  /** Found opinions that the usual share counts as. */
  strength: number
}

/**
 * What an opinion found by rules is worth beside one that is certain. With a share `a` of judgements on the right side, praise and complaint lie (2a - 1) as far apart as they
 * really are, so that n found opinions tell as much as (2a - 1)² n certain ones: about a half at the 85 % that pros and cons are told apart with.
 */
export const WORTH = 0.5

/** Bounds of the strength, in certain opinions. Where items hardly differ, the estimate would run to infinity; where few speak of the aspect, to nothing. */
const WEAKEST = 2
const STRONGEST = 60

/** Items that the belief about the spread counts as: a handful cannot tell by themselves. */
const BELIEF_ITEMS = 15

/** How far the slopes of a category's aspects lie apart, one deviation. Wider, and seven mentions make a slope; narrower, and the price rises with the tone as the comfort does. */
const SLOPE_DEVIATION = 0.5

/** Where nothing is known: praise as likely as complaint, whatever the tone; worth twenty found opinions, as items of a category differ on most aspects far less than ten opinions of each do by chance. */
export const NO_PRIOR: AspectPrior = { share: 0.5, tone: 0, slope: 0, strength: 20 }

/**
 * What is usual for the aspects of a category together, for those that too few speak of to have a prior of their own, and as the belief that theirs are drawn towards.
 *
 * @param items each with what is said of all its aspects
 */
export function fitUsualPrior(items: readonly ItemMentions[]): AspectPrior {
  // Over all aspects items differ less than on a single one, so the strength found is not theirs.
  return { ...fitAspectPrior(items), strength: NO_PRIOR.strength }
}

/**
 * Learns from all items of a category what is usual for one aspect. Empirical Bayes with a regression prior (Fay and Herriot 1979; Morris 1983): the line is fitted by least squares weighted by
 * mentions, its slope drawn towards the one of `belief`; the variance of true shares around it is the observed one less what chance explains (method of moments), drawn
 * towards that of `belief`; the strength is p(1 - p) over that variance. Items in any order give the same, up to rounding.
 *
 * @param belief `fitUsualPrior` of the category; left out, the slope is the aspect's own
 */
export function fitAspectPrior(items: readonly ItemMentions[], belief?: AspectPrior): AspectPrior {
  const tones = items.flatMap(({ tone }) => tone ?? [])
  const usualTone = tones.length > 0 ? sum(tones) / tones.length : 0
  const rows = items.flatMap(({ positive, negative, tone }) => {
    const mentions = Math.max(0, positive) + Math.max(0, negative)
    return mentions > 0 ? [{ positive: Math.max(0, positive), mentions, tone: tone ?? usualTone }] : []
  })
  const mentions = sum(rows.map((row) => row.mentions))
  if (mentions === 0) return belief ?? NO_PRIOR

  const share = sum(rows.map((row) => row.positive)) / mentions
  const tone = sum(rows.map((row) => row.mentions * row.tone)) / mentions
  const both = sum(rows.map((row) => row.mentions * (row.tone - tone) * (row.positive / row.mentions - share)))
  const spread = sum(rows.map((row) => row.mentions * (row.tone - tone) ** 2))
  // The posterior mean of a slope whose prior is normal: the variance of one opinion over that of the slopes.
  const believed = belief ? (share * (1 - share)) / SLOPE_DEVIATION ** 2 : 0
  const slopeBefore = belief?.slope ?? 0
  const slope = spread + believed > 0 ? (both + believed * slopeBefore) / (spread + believed) : slopeBefore
  const line = { share, tone, slope, strength: 0 }
  return { ...line, strength: strengthOf(rows, line, mentions, (belief ?? NO_PRIOR).strength) }
}

/** The share of praise that is usual at a tone (at the mean tone for null), kept away from the ends: no tone makes praise or complaint certain. */
export function usualShare(prior: AspectPrior, tone: number | null): number {
  const rise = tone === null ? 0 : prior.slope * (tone - prior.tone)
  return Math.min(0.98, Math.max(0.02, prior.share + rise))
}

/** The score of an aspect of an item, 0 to 1: its share of praise drawn towards what is usual for its tone, the posterior mean of a beta-binomial. */
export function aspectScore({ positive, negative, tone }: ItemMentions, prior: AspectPrior): number {
  const mentions = Math.max(0, positive) + Math.max(0, negative)
  return (Math.max(0, positive) + prior.strength * usualShare(prior, tone)) / (mentions + prior.strength)
}

interface Row {
  positive: number
  mentions: number
  tone: number
}

/** How many found opinions the line is worth: p(1 - p) over the variance of true shares around it, in certain opinions, and twice as many found ones. */
function strengthOf(rows: readonly Row[], line: AspectPrior, mentions: number, believed: number): number {
  const usual = rows.map((row) => usualShare(line, row.tone))
  const seen = sum(rows.map((row, at) => row.mentions * (row.positive / row.mentions - (usual[at] ?? 0)) ** 2))
  const chance = sum(usual.map((share) => share * (1 - share)))
  const typical = chance / rows.length
  const freedom = mentions - sum(rows.map((row) => row.mentions ** 2)) / mentions
  const found = freedom > 0 ? Math.max(0, seen - chance) / freedom : 0
  const items = freedom > 0 ? rows.length : 0
  const variance = (items * found + BELIEF_ITEMS * (typical / (believed * WORTH))) / (items + BELIEF_ITEMS)
  return Math.min(STRONGEST, Math.max(WEAKEST, typical / variance)) / WORTH
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

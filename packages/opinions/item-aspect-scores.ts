/** What the reviews of one item say on one aspect, and how they sound as a whole. */
export interface ItemMentions {
  /** Reviews for and against, as counts or as sums of their weights. */
  positive: number
  negative: number
  /** The item's overall tone in any unit that is the same for all items: its adjusted rating, or the mean `reviewTone` of its reviews. Null where nothing is known. */
  tone: number | null
}

/**
 * What an opinion found by rules is worth beside one that is certain. With a share `a` of judgements on the right side, praise and complaint lie (2a - 1) as far apart as they
 * really are, so that n found opinions tell as much as (2a - 1)² n certain ones: about a half at the 85 % that pros and cons are told apart with.
 */
const WORTH = 0.5

/** Bounds of the strength of the prior, in certain opinions. Where items hardly differ, the estimate would run to infinity; where few speak of the aspect, to nothing. */
const WEAKEST = 2
const STRONGEST = 60

/**
 * Scores one aspect of all items of a category, each 0 to 1: the share of praise, drawn towards the share that is usual for items of such a tone. People who like a thing
 * praise all of it, and few speak of any one aspect, so an item's tone says what its few mentions cannot.
 *
 * Empirical Bayes with a regression prior (Fay and Herriot 1979; Morris 1983), all of it estimated from the items given: the usual share is a straight line over the tone, fitted
 * by least squares weighted by mentions; the variance of true shares around it is the observed one less what chance explains (method of moments); the posterior mean of
 * a beta-binomial with that mean and variance is the score. Items in any order give the same scores, up to rounding; no item gives an empty list.
 */
export function itemAspectScores(items: readonly ItemMentions[]): number[] {
  const tones = items.flatMap(({ tone }) => tone ?? [])
  const usualTone = tones.length > 0 ? sum(tones) / tones.length : 0
  const rows = items.map(({ positive, negative, tone }) => ({
    positive: Math.max(0, positive),
    mentions: Math.max(0, positive) + Math.max(0, negative),
    tone: tone ?? usualTone,
  }))
  const mentions = sum(rows.map((row) => row.mentions))
  if (mentions === 0) return rows.map(() => 0.5)

  const usual = lineOver(rows, mentions)
  const prior = rows.map((row) => usual(row.tone))
  const strength = strengthOf(rows, prior, mentions) / WORTH
  return rows.map((row, at) => (row.positive + strength * (prior[at] ?? 0)) / (row.mentions + strength))
}

interface Row {
  positive: number
  mentions: number
  tone: number
}

/** The share of praise that is usual at a tone, kept away from the ends: no tone makes praise or complaint certain. */
function lineOver(rows: readonly Row[], mentions: number): (tone: number) => number {
  const share = sum(rows.map((row) => row.positive)) / mentions
  const tone = sum(rows.map((row) => row.mentions * row.tone)) / mentions
  const both = sum(rows.map((row) => (row.tone - tone) * (row.positive - share * row.mentions)))
  const spread = sum(rows.map((row) => row.mentions * (row.tone - tone) ** 2))
  const slope = spread > 0 ? both / spread : 0
  return (at) => Math.min(0.98, Math.max(0.02, share + slope * (at - tone)))
}

/** How many certain opinions the prior is worth: p(1 - p) over the variance of true shares around it. */
function strengthOf(rows: readonly Row[], prior: readonly number[], mentions: number): number {
  const said = rows.flatMap((row, at) => (row.mentions > 0 ? [{ ...row, usual: prior[at] ?? 0 }] : []))
  const seen = sum(said.map((row) => row.mentions * (row.positive / row.mentions - row.usual) ** 2))
  const chance = sum(said.map(({ usual }) => usual * (1 - usual)))
  const freedom = mentions - sum(said.map((row) => row.mentions ** 2)) / mentions
  if (freedom <= 0 || seen <= chance) return STRONGEST
  const variance = (seen - chance) / freedom
  return Math.min(STRONGEST, Math.max(WEAKEST, chance / said.length / variance))
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

import type { CitedText, ShortlistItem } from '@reviewguide/contracts'
import type { AspectLedger } from '../ports/index.ts'
import type { RankedItem } from '../ranking/rank-items.ts'
import { scoreOn } from '../ranking/score-on.ts'
import type { EvidenceBook } from './evidence-book.ts'
import { strengthsOf, weaknessesOf } from './sides.ts'
import { aspectName, capitalise, complaint, isUse, praise } from './wording.ts'

/** Most aspect bars on a card: three to five can be taken in at a glance. */
const BARS = 5

/** The cards of an answer in their order, their figures from the ledger and their reasons cited. */
export function shortlistItems(items: RankedItem[], book: EvidenceBook): ShortlistItem[] {
  const kickers = kickersOf(items)
  return items.map((ranked, index) => {
    const { item, ledger, score, confidence } = ranked
    const cited = (
      aspect: AspectLedger,
      polarity: 'positive' | 'negative',
      say: (aspect: AspectLedger) => string,
    ): CitedText[] => {
      const evidence = book.cite({ itemId: item.itemId, aspect: aspect.aspect, polarity, count: 1, again: true })
      return evidence.length > 0 ? [{ text: `${capitalise(say(aspect))}.`, evidence }] : []
    }
    const kicker = kickers.get(item.itemId)
    return {
      rank: index + 1,
      itemId: item.itemId,
      name: item.name,
      kind: item.kind,
      category: item.category,
      brand: item.brand,
      ...(item.price ? { price: item.price } : {}),
      ...(kicker ? { kicker } : {}),
      score: round(score.score),
      confidence: { ...confidence, value: round(confidence.value) },
      rating: ledger.rating,
      aspects: barsOf(ranked).map(({ aspect, positive, negative, mentions }) => ({
        aspect,
        positive,
        negative,
        mentions,
        evidence: [
          ...(positive > 0
            ? book.cite({ itemId: item.itemId, aspect, polarity: 'positive', count: 1, again: true })
            : []),
          ...(negative > 0
            ? book.cite({ itemId: item.itemId, aspect, polarity: 'negative', count: 1, again: true })
            : []),
        ],
      })),
      reasons: strengthsOf(ranked)
        .slice(0, 1)
        .flatMap((aspect) => cited(aspect, 'positive', praise)),
      cautions: weaknessesOf(ranked)
        .slice(0, 1)
        .flatMap((aspect) => cited(aspect, 'negative', complaint)),
      sample: item.source === 'sample',
    }
  })
}

/** The wanted aspects first, then the most discussed that more than one review judges. */
export function barsOf({ ledger, wanted }: RankedItem): AspectLedger[] {
  const others = ledger.aspects.filter((aspect) => !wanted.includes(aspect) && aspect.positive + aspect.negative > 1)
  return [...wanted, ...others.toSorted((a, b) => b.mentions - a.mentions)].slice(0, BARS)
}

/** What the data earns an item among those shown: best at an aspect by a clear margin on enough mentions, or the most agreed on. At most one each. */
function kickersOf(items: RankedItem[]): Map<string, string> {
  const kickers = new Map<string, string>()
  if (items.length < 2) return kickers

  const agreed = items
    .filter(({ ledger }) => ledger.rating.count >= 10)
    .map((ranked) => ({ ranked, spread: spreadOf(ranked) }))
    .toSorted((a, b) => a.spread - b.spread)
  const [calm, next] = agreed
  if (calm && next && next.spread - calm.spread > 0.1) kickers.set(calm.ranked.item.itemId, 'Most agreed on')

  const discussed = items.flatMap((ranked) =>
    ranked.ledger.aspects.filter(({ mentions }) => mentions >= 4).map((row) => ({ ranked, row })),
  )
  const leads = [...Map.groupBy(discussed, ({ row }) => row.aspect)].flatMap(([aspect, rows]) => {
    const shares = rows
      .map(({ ranked, row }) => ({ ranked, mentions: row.mentions, share: scoreOn(ranked, aspect) }))
      .toSorted((a, b) => b.share - a.share)
    const [best, second] = shares
    if (!best || !second || best.share < 0.7 || best.share - second.share < 0.12) return []
    return [
      {
        aspect,
        itemId: best.ranked.item.itemId,
        wanted: best.ranked.wanted.some((row) => row.aspect === aspect),
        mentions: best.mentions,
      },
    ]
  })
  for (const lead of leads.toSorted((a, b) => Number(b.wanted) - Number(a.wanted) || b.mentions - a.mentions)) {
    if (!kickers.has(lead.itemId))
      kickers.set(lead.itemId, `Best ${isUse(lead.aspect) ? 'for ' : ''}${aspectName(lead.aspect)}`)
  }
  return kickers
}

/** Variance of the stars of an item. */
function spreadOf({ ledger }: RankedItem): number {
  const { histogram, mean, count } = ledger.rating
  if (mean === null || count === 0) return Number.POSITIVE_INFINITY
  return histogram.reduce((sum, n, index) => sum + n * (index + 1 - mean) ** 2, 0) / count
}

const round = (value: number) => Math.round(value * 1000) / 1000

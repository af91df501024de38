import { type FoundItem, formatMoney, type Ranking } from '@reviewguide/workflow/rank-query'
import { plain } from '../ask/print-answer.ts'

/** A ranking as a compact list: what was understood, then three lines an item. */
export function rankingText({ understanding, items, leftOut }: Ranking): string {
  const { category, aspects, text } = understanding
  const understood = [category, aspects.length > 0 && `wanted: ${aspects.join(', ')}`, text && `words: ${text}`].filter(
    Boolean,
  )
  if (items.length === 0 && leftOut.length === 0)
    return 'Nothing fits. "reviewguide doctor" tells what the corpus holds.'
  const blocks = items.map((item, index) => itemText(item, index + 1))
  if (understood.length > 0) blocks.unshift(understood.join(' · '))
  if (leftOut.length > 0) {
    const named = leftOut.map(({ item, reason }) => {
      const price = item.price && reason.endsWith('budget') ? `, ${formatMoney(item.price)}` : ''
      return `${item.name} (${reason.replaceAll('_', ' ')}${price})`
    })
    blocks.push(`Left out: ${named.join('; ')}`)
  }
  return plain(blocks.join('\n\n'))
}

function itemText(
  { item, ledger, score, confidence, judged, reviews, aspects, quotes }: FoundItem,
  rank: number,
): string {
  const stars = ledger.rating.adjusted === null ? 'no rating' : `${ledger.rating.adjusted.toFixed(1)} stars`
  const facts = [
    item.category,
    item.price ? formatMoney(item.price) : 'no price',
    `${stars}, ${reviews.toLocaleString('en')} ${reviews === 1 ? 'review' : 'reviews'}`,
    judged ? `score ${score.score.toFixed(2)}, ${confidence.level} confidence` : 'too few reviews to judge',
  ]
  const figures = aspects.map(
    ({ aspect, positive, negative, mentions }) => `${aspect} +${positive} -${negative} of ${mentions}`,
  )
  const side = (polarity: string, sign: string) => {
    const quote = quotes.find((candidate) => candidate.polarity === polarity)
    return quote ? [`   ${sign} "${quote.quote.replace(/\s+/g, ' ')}"`] : []
  }
  return [
    `${rank}. ${item.name}`,
    `   ${facts.join(' · ')}`,
    ...(figures.length > 0 ? [`   ${figures.join(' · ')}`] : []),
    ...side('positive', '+'),
    ...side('negative', '-'),
  ].join('\n')
}

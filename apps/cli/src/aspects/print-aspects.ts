import { plain } from '../ask/print-answer.ts'
import type { ItemAspects, ScoredAspect } from './aspect-scores.ts'
import type { QuotedAspects } from './item-aspects.ts'

/** Aspects of an item shown in a line of a category. */
const IN_A_LINE = 5

/** All aspects of one item: the figures of each, and below them what people say for and against. */
export function itemText({ name, category, aspects }: QuotedAspects): string {
  const quoted = (sign: string, quote: { quote: string } | null) =>
    quote ? [`    ${sign} "${quote.quote.replace(/\s+/g, ' ')}"`] : []
  const blocks = aspects.map((row) =>
    [`  ${row.aspect}: ${figures(row)}`, ...quoted('+', row.praise), ...quoted('-', row.complaint)].join('\n'),
  )
  return plain(
    [`${name} (${category})`, ...(blocks.length > 0 ? blocks : ['  Its reviews judge no aspect.'])].join('\n'),
  )
}

/** One item of a category in a line or two: its most mentioned aspects. */
export function itemLine({ name, aspects: all }: ItemAspects): string {
  const aspects = all.filter(({ mentions }) => mentions > 0)
  const most = aspects
    .slice(0, IN_A_LINE)
    .map(({ aspect, score, mentions }) => `${aspect} ${score.toFixed(2)} (${mentions})`)
  const more = aspects.length > IN_A_LINE ? ` · ${aspects.length - IN_A_LINE} more` : ''
  return plain(`${name}\n  ${most.length > 0 ? most.join(' · ') : 'no aspect'}${more}`)
}

const figures = ({ positive, negative, mentions, score }: ScoredAspect) =>
  `${positive} for, ${negative} against, ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}, score ${score.toFixed(2)}`

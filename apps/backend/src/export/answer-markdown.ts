import type {
  CitedAspect,
  CitedText,
  ComparisonData,
  EvidenceData,
  Money,
  Rating,
  ShortlistData,
} from '@reviewguide/contracts'
import { escaped, link, oneLine } from './markdown-text.ts'

const cites = (numbers: number[]) => numbers.map((n) => `[${n}]`).join('')

/** An amount in the form of its currency, as the page shows it. */
function price({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

const stars = ({ mean, count }: Rating) =>
  mean === null
    ? 'no ratings'
    : `${mean.toFixed(1)} of 5 stars, ${count.toLocaleString('en')} ${count === 1 ? 'rating' : 'ratings'}`

/** The shortlist as a numbered list, with the reasons and cautions beneath each item. */
export function shortlist({ items }: ShortlistData): string {
  const said = (label: string) => (cited: CitedText) =>
    `   - ${label}: ${escaped(oneLine(cited.text))} ${cites(cited.evidence)}`.trimEnd()
  return items
    .flatMap(({ rank, name, price: amount, rating, reasons, cautions }) => [
      `${rank}. **${escaped(oneLine(name))}**${amount ? `, ${price(amount)}` : ''} (${stars(rating)})`,
      ...reasons.map(said('for')),
      ...cautions.map(said('against')),
    ])
    .join('\n')
}

/** The comparison as a table: a row an aspect, a column an item. */
export function comparisonTable({ items, aspects }: ComparisonData): string {
  const cell = (count: CitedAspect | null) =>
    count === null
      ? 'nobody mentions it'
      : `${count.positive} for, ${count.negative} against of ${count.mentions} ${cites(count.evidence)}`.trimEnd()
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['', ...items.map(({ name }) => escaped(oneLine(name)))]),
    row(['---', ...items.map(() => '---')]),
    row(['rating', ...items.map(({ rating }) => stars(rating))]),
    ...aspects.map(({ aspect, cells }) => row([escaped(oneLine(aspect)), ...cells.map(cell)])),
  ].join('\n')
}

/** The quotes by their numbers, each with the facts of its review and where it is from. */
export function evidenceList(evidence: EvidenceData[]): string {
  return evidence
    .toSorted((a, b) => a.n - b.n)
    .map(({ n, quote, itemName, rating, verified, writtenAt, source }) => {
      const facts = [
        itemName,
        rating === undefined ? '' : `${rating} of 5 stars`,
        verified ? 'verified purchase' : '',
        writtenAt?.slice(0, 10) ?? '',
        source.name,
      ]
      const known = facts.filter((fact) => fact !== '').map((fact) => escaped(oneLine(fact)))
      if (source.url) known.push(link(source.url))
      return `- [${n}] “${escaped(oneLine(quote))}” (${known.join(', ')})`
    })
    .join('\n')
}

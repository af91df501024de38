import type { RankedItem } from '../ranking/rank-items.ts'
import { scoreOn } from '../ranking/score-on.ts'
import { comparedAspects } from './comparison.ts'
import { warningSentence } from './sentences.ts'
import {
  aspectName,
  capitalise,
  citations,
  counted,
  type Draft,
  escapeName,
  formatMoney,
  formatStars,
  listed,
  told,
} from './wording.ts'
import type { WriteInput, Written } from './written.ts'

/** A lead in shrunk share below this is a draw: a handful of reviews could turn it. */
const LEAD = 0.1

/** Most aspects told in sentences; the table has the rest. */
const TOLD = 4

/** Writes "A or B": who wins on what, the figures side by side, and what to beware of in each. */
export function writeComparison(input: WriteInput): Written {
  const items = orderAsNamed(input)
  const { book } = input
  const about = items.map(({ item }) => item.itemId)
  const all = winsOf(items)
  const asked = all.filter(({ aspect }) => items.some(({ wanted }) => wanted.some((row) => row.aspect === aspect)))
  // Who asks about the battery is told about the battery; the table has the rest.
  const wins = asked.length > 0 ? asked : all
  const decided = (asked.length > 0 ? asked : wins.filter(({ winner }) => winner)).slice(0, TOLD)
  const sentences: Draft[] = decided.flatMap(({ aspect, winner }) => {
    const ordered = [...items].sort((a, b) => Number(b === winner) - Number(a === winner))
    const clauses = ordered.flatMap((ranked) => {
      const row = ranked.ledger.aspects.find((candidate) => candidate.aspect === aspect)
      if (!row) return []
      const polarity = row.positive >= row.negative ? 'positive' : 'negative'
      const numbers = book.cite({ itemId: ranked.item.itemId, aspect, polarity, count: 1 })
      return numbers.length > 0 ? [`for ${escapeName(ranked.item.name)} ${told(row)} ${citations(numbers)}`] : []
    })
    return clauses.length >= (asked.length > 0 ? 1 : 2)
      ? [{ text: `${capitalise(aspect)}: ${clauses.join('; ')}.`, about }]
      : []
  })
  const warnings = items.flatMap((ranked) => {
    const draft = warningSentence(ranked, book)
    return draft ? [{ ...draft, text: `**${escapeName(ranked.item.name)}**: ${draft.text.replace(/^T/, 't')}` }] : []
  })
  return {
    outcome: 'answered',
    verdict: [verdict(items, wins, asked, about), standing(items, about)],
    shown: items,
    table: true,
    body: [sentences, warnings].filter((paragraph) => paragraph.length > 0),
    given: [],
  }
}

/** In the order the question named them; ranking decides who wins, not who stands left. */
function orderAsNamed({ ranked, tooFew, understanding }: WriteInput): RankedItem[] {
  const all = [...ranked, ...tooFew]
  return understanding.items.flatMap(({ itemId }) => all.find(({ item }) => item.itemId === itemId) ?? [])
}

interface Win {
  aspect: string
  winner: RankedItem | null
}

function winsOf(items: RankedItem[]): Win[] {
  return comparedAspects(items).map((aspect) => {
    const shares = items
      .map((ranked) => {
        const known = ranked.ledger.aspects.some((candidate) => candidate.aspect === aspect)
        return { ranked, share: scoreOn(ranked, aspect), known }
      })
      .toSorted((a, b) => b.share - a.share)
    const [best, second] = shares
    return { aspect, winner: best?.known && second && best.share - second.share >= LEAD ? best.ranked : null }
  })
}

function verdict(items: RankedItem[], wins: Win[], asked: Win[], about: Draft['about']): Draft {
  const parts = items.flatMap((ranked) => {
    const won = wins.filter(({ winner }) => winner === ranked).map(({ aspect }) => aspect)
    return won.length > 0 ? [`${escapeName(ranked.item.name)} for ${listed(won.slice(0, 3))}`] : []
  })
  if (parts.length === 0 && asked.length > 0)
    return { text: `**Neither has a clear lead on ${listed(asked.map(({ aspect }) => aspectName(aspect)))}.**`, about }
  if (parts.length === 0)
    return {
      text: `**Too close to call: ${listed(items.map(({ item }) => escapeName(item.name)))} fare alike on all that both are reviewed for.**`,
      about,
    }
  return { text: `**${parts.join('; ')}.**`, about }
}

function standing(items: RankedItem[], about: Draft['about']): Draft {
  const parts = items.map(({ item, ledger, reviews }) => {
    const price = item.price ? ` at ${formatMoney(item.price)}` : ''
    const { adjusted, count } = ledger.rating
    const rating =
      adjusted === null
        ? `has ${counted(reviews, 'review')} and no stars`
        : `stands at ${formatStars(adjusted)} stars on ${counted(count, 'rating')}`
    return `${escapeName(item.name)}${price} ${rating}`
  })
  return { text: `${listed(parts)}.`, about }
}

import type { AspectLedger } from '../ports/index.ts'
import type { RankedItem } from '../ranking/rank-items.ts'
import { divisionSentence, quoteSentence } from './sentences.ts'
import {
  aspectName,
  capitalise,
  citations,
  complaint,
  counted,
  type Draft,
  escapeName,
  formatMoney,
  listed,
  praise,
  theAspect,
} from './wording.ts'
import type { WriteInput, Written } from './written.ts'

/** Most aspects told of one side. */
const TOLD = 4

/** Writes an answer about one item's reviews: on the aspects asked, or what people complain of (or praise) most. */
export function writeOpinions(input: WriteInput): Written {
  const ranked = input.ranked[0] ?? input.tooFew[0]
  if (!ranked) return { outcome: 'no_evidence', verdict: [], shown: [], table: false, body: [], given: [] }
  const answer =
    input.understanding.aspects.length > 0
      ? onAspects(ranked, input)
      : onSide(ranked, input.understanding.side ?? 'negative', input)
  return { shown: [ranked], table: false, given: [], ...answer }
}

type Part = Pick<Written, 'outcome' | 'verdict' | 'body'>

function onAspects(ranked: RankedItem, { understanding, book }: WriteInput): Part {
  const name = escapeName(ranked.item.name)
  const about = [ranked.item.itemId]
  const rows = ranked.wanted
  const price = understanding.aspects.includes('price') ? priceSentence(ranked) : null
  const [first] = rows
  if (!first) {
    const asked = listed(understanding.aspects.map(aspectName))
    const known = ranked.ledger.aspects.filter(({ positive, negative }) => positive + negative > 0).slice(0, 4)
    const unsaid = `No review of ${name} mentions ${asked}.`
    return {
      outcome: price ? 'answered' : 'no_evidence',
      verdict: price ? [price, { text: unsaid, about }] : [{ text: `**${unsaid}**`, about }],
      body:
        known.length > 0
          ? [
              [
                {
                  text: `What its ${counted(ranked.reviews, 'review')} do speak of: ${listed(known.map(({ aspect }) => aspectName(aspect)))}.`,
                  about,
                },
              ],
            ]
          : [],
    }
  }
  const word = wordFor(first)
  const verdict: Draft[] = price ? [price, { text: word, about }] : [{ text: `**${word}**`, about }]
  const paragraphs = rows.map((row) => aspectParagraph(ranked, row, book))
  verdict.push(...(paragraphs[0]?.slice(0, 1) ?? []))
  const body = [paragraphs[0]?.slice(1) ?? [], ...paragraphs.slice(1)].filter((paragraph) => paragraph.length > 0)
  return { outcome: 'answered', verdict, body }
}

/** What it costs is a stored fact, and comes before what people think of it. */
function priceSentence({ item }: RankedItem): Draft {
  const name = escapeName(item.name)
  const text = item.price
    ? `**${name} is listed at ${formatMoney(item.price)}.**`
    : `**No price of ${name} is known here.**`
  return { text, about: [item.itemId] }
}

function wordFor({ positive, negative, mentions, aspect }: AspectLedger): string {
  const the = capitalise(theAspect(aspect))
  if (positive + negative < 3) return `${the}: hardly anyone says.`
  const share = positive / mentions
  if (share >= 0.8) return `${the}: good.`
  if (share >= 0.6) return `${the}: mostly good.`
  return negative / mentions >= 0.6 ? `${the}: poor.` : `${the}: people are divided.`
}

function aspectParagraph(ranked: RankedItem, row: AspectLedger, book: WriteInput['book']): Draft[] {
  const { itemId } = ranked.item
  const about = [itemId]
  const main = row.positive >= row.negative ? 'positive' : 'negative'
  const numbers = book.cite({ itemId, aspect: row.aspect, polarity: main, count: 2 })
  if (numbers.length === 0) return []
  const clause = main === 'positive' ? praise(row) : complaint(row)
  const other = main === 'positive' ? 'negative' : 'positive'
  const count = main === 'positive' ? row.negative : row.positive
  const voices = [
    quoteSentence(ranked, row.aspect, main, book),
    count > 0 ? quoteSentence(ranked, row.aspect, other, book) : null,
  ]
  return [{ text: `${capitalise(clause)} ${citations(numbers)}.`, about }, ...voices.filter((draft) => draft !== null)]
}

function onSide(ranked: RankedItem, side: 'positive' | 'negative', { book }: WriteInput): Part {
  const { itemId } = ranked.item
  const about = [itemId]
  const say = side === 'negative' ? complaint : praise
  const sided = ranked.ledger.aspects
    .filter((row) => row[side] > 0)
    .toSorted((a, b) => b[side] - a[side] || b.mentions - a.mentions)
  const rows = sided.filter((row) => row[side] >= 2).slice(0, TOLD)
  const [first, ...rest] = rows
  if (!first) return singleVoices(ranked, side, sided.slice(0, TOLD), book)
  const lead =
    side === 'negative'
      ? `**Mostly about ${theAspect(first.aspect)}.**`
      : `**Above all for ${theAspect(first.aspect)}.**`
  const numbers = book.cite({ itemId, aspect: first.aspect, polarity: side, count: 2 })
  const voice = quoteSentence(ranked, first.aspect, side, book)
  const others = rest.flatMap((row) => {
    const cited = book.cite({ itemId, aspect: row.aspect, polarity: side, count: 1 })
    return cited.length > 0 ? [`${say(row)} ${citations(cited)}`] : []
  })
  const division = divisionSentence(ranked, book)
  const body: Draft[][] = [
    voice ? [voice] : [],
    others.length > 0 ? [{ text: `${capitalise(others.join('; '))}.`, about }] : [],
    division ? [division] : [],
  ]
  return {
    outcome: 'answered',
    verdict: [
      { text: lead, about },
      { text: `${capitalise(say(first))} ${citations(numbers)}.`, about },
    ],
    body: body.filter((paragraph) => paragraph.length > 0),
  }
}

/** Nothing comes up twice: said so, with the single voices that there are. */
function singleVoices(
  ranked: RankedItem,
  side: 'positive' | 'negative',
  rows: AspectLedger[],
  book: WriteInput['book'],
): Part {
  const { itemId, name } = ranked.item
  const about = [itemId]
  const word = side === 'negative' ? 'fault' : 'strength'
  const verdict = {
    text: `**Nothing about ${escapeName(name)} comes up as a ${word} more than once in its ${counted(ranked.reviews, 'review')}.**`,
    about,
  }
  const voices = rows.flatMap(({ aspect }) => {
    const numbers = book.cite({ itemId, aspect, polarity: side, count: 1 })
    return numbers.length > 0 ? [`${theAspect(aspect)} ${citations(numbers)}`] : []
  })
  return {
    outcome: 'answered',
    verdict: [verdict],
    body: voices.length > 0 ? [[{ text: `Single voices speak of ${listed(voices)}.`, about }]] : [],
  }
}

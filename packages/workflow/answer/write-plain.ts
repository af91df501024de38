import type { Category, Money } from '@reviewguide/contracts'
import { reportsOpinion } from '@reviewguide/opinions'
import { aspectName, counted, type Draft, escapeName, formatCount, formatMoney, listed, priceLimit } from './wording.ts'
import type { WriteInput, Written } from './written.ts'

const empty = { shown: [], table: false, body: [] }

/** What can be asked about, largest categories first: "earbuds (97 reviews of 7)". Names and counts only, so it needs no evidence. */
function canAnswer(categories: Category[]): { text: string; given: string[] } {
  const named = categories.slice(0, 8)
  const rest = categories.length - named.length
  const words = [
    ...named.map(({ category }) => escapeName(category)),
    ...(rest > 0 ? [`${formatCount(rest)} more`] : []),
  ]
  return { text: listed(words), given: rest > 0 ? [formatCount(rest)] : [] }
}

/** Answers a greeting, thanks, or "what can you do". */
export function writeSmallTalk({
  vocabulary,
  understanding,
}: Pick<WriteInput, 'vocabulary' | 'understanding'>): Written {
  if (understanding.thanks)
    return {
      ...empty,
      outcome: 'answered',
      given: [],
      verdict: [{ text: '**Any time.** Ask on whenever there is something else to choose.', about: [] }],
    }
  const { categories } = vocabulary
  const reviews = categories.reduce((sum, category) => sum + category.reviews, 0)
  const items = categories.reduce((sum, category) => sum + category.items, 0)
  if (reviews === 0)
    return {
      ...empty,
      outcome: 'answered',
      given: [],
      verdict: [{ text: '**Hello.** There are no reviews here yet; import some, and ask.', about: [] }],
    }
  const scope = canAnswer(categories)
  return {
    ...empty,
    outcome: 'answered',
    given: [...scope.given, formatCount(reviews), formatCount(items)],
    verdict: [
      { text: '**Hello.** Ask which to buy, book or use, and see the review sentence behind each claim.', about: [] },
      { text: `I have read ${counted(reviews, 'review')} of ${counted(items, 'item')}: ${scope.text}.`, about: [] },
    ],
  }
}

/** Says that the corpus cannot answer, and what it can. */
export function writeOutOfScope({
  vocabulary,
  understanding,
}: Pick<WriteInput, 'vocabulary' | 'understanding'>): Written {
  const scope = canAnswer(vocabulary.categories)
  if (understanding.foreign)
    return {
      ...empty,
      outcome: 'no_evidence',
      given: scope.given,
      verdict: [{ text: '**I understand questions in English only.** Please ask in English.', about: [] }],
      body: scope.text ? [[{ text: `I can answer about ${scope.text}.`, about: [] }]] : [],
    }
  const [subject, ...others] = understanding.unread
  // A word of praise or blame would read as a claim about reviews: "none that speaks of love".
  const about =
    subject && others.length === 0 && !reportsOpinion(subject) ? ` that speaks of *${escapeName(subject)}*` : ''
  return {
    ...empty,
    outcome: 'no_evidence',
    given: [...scope.given, ...(subject?.match(/\d[\d.,]*/g) ?? [])],
    verdict: [
      {
        text: `**Nothing in the reviews here answers that.** I speak from reviews alone, and have ${about ? `none${about}` : 'none on this'}.`,
        about: [],
      },
    ],
    body: scope.text ? [[{ text: `I can answer about ${scope.text}.`, about: [] }]] : [],
  }
}

/** Says that nothing fits the limits, what was understood, what came close and what to loosen. */
export function writeNothingFound(input: Pick<WriteInput, 'vocabulary' | 'understanding' | 'found'>): Written {
  const { understanding, found } = input
  if (found.leftOut.length === 0 && !understanding.category) return writeOutOfScope(input)
  const price = priceLimit(understanding)
  const limits = [
    ...(price ? [price] : []),
    ...(understanding.brandsIn.length > 0 ? [`by ${listed(understanding.brandsIn.map(escapeName))}`] : []),
    ...(understanding.brandsOut.length > 0 ? [`not by ${listed(understanding.brandsOut.map(escapeName))}`] : []),
    ...(understanding.minRating ? [`with ${understanding.minRating} stars or more`] : []),
  ]
  const what = [understanding.category ?? 'item', ...limits].map((word) => escapeName(word)).join(' ')
  const wishes =
    understanding.aspects.length > 0 ? `, with an eye on ${listed(understanding.aspects.map(aspectName))}` : ''
  return {
    ...empty,
    outcome: 'no_evidence',
    given: [
      ...(price?.match(/\S*\d[\d.,]*/g) ?? []),
      ...(understanding.minRating ? [String(understanding.minRating)] : []),
      ...found.leftOut.flatMap(({ item }) => [
        ...(item.price ? [formatMoney(item.price)] : []),
        ...(item.name.match(/\d[\d.,]*/g) ?? []),
      ]),
    ],
    verdict: [
      {
        text: `**Nothing${understanding.itemsOut.length > 0 ? ' else' : ''} here fits.** I looked for ${what}${wishes}.`,
        about: [],
      },
    ],
    body: [
      ...outside(input),
      ...(limits.length > 0
        ? [[{ text: `Loosen ${limits.length === 1 ? 'that limit' : 'one of those limits'} to see them.`, about: [] }]]
        : []),
    ],
  }
}

/** What is there for other prices, the nearest to the limit first, and apart from it what is priced in another currency: amounts are not converted. */
function outside({ understanding, found }: Pick<WriteInput, 'understanding' | 'found'>): Draft[][] {
  const { max, min } = understanding.budget ?? {}
  const limits = [max, min].filter((limit) => limit !== undefined)
  const distance = ({ minor }: Money) => Math.min(...limits.map((limit) => Math.abs(limit.minor - minor)))
  const priced = found.leftOut.flatMap(({ item, reason }) => (item.price ? [{ item, reason, price: item.price }] : []))
  const foreign = priced.filter(({ reason }) => reason === 'other_currency')
  const near = priced.filter(({ reason }) => reason !== 'other_currency')
  if (limits.length > 0) near.sort((a, b) => distance(a.price) - distance(b.price))
  const told = (opening: string, items: typeof priced): Draft[][] => {
    const prices = items.map(({ item, price }) => `${escapeName(item.name)} is ${formatMoney(price)}`)
    return items.length > 0
      ? [[{ text: `${opening}: ${listed(prices)}.`, about: items.map(({ item }) => item.itemId) }]]
      : []
  }
  return [
    ...told(limits.length > 0 ? 'Nearest to that limit, of what is most reviewed' : 'What else there is', near),
    ...told('Priced in another currency, and I convert none', foreign),
  ]
}

/** Declines, in the words that safety chose. */
export function writeDeclined(reason: string): Written {
  return { ...empty, outcome: 'declined', given: [], verdict: [{ text: reason, about: [] }] }
}

import type { CategoryWords } from '@reviewguide/workflow/ports'

export interface ExampleItem {
  category: string
  name: string
  priceMinor: number | null
  currency: string | null
}

const MOST_EXAMPLES = 6

/** Aspects that are no answer to "best for what" when the question names a price already. */
const aboutMoney = /\b(price|cost|value|money|cheap)/i

type Form = (words: CategoryWords, items: readonly ExampleItem[]) => string | null

const bestFor: Form = ({ category, aspects }, items) => {
  const aspect = aspects.find((name) => !aboutMoney.test(name) && !category.includes(name))
  const budget = roundBudget(items)
  if (!aspect) return null
  return `Best ${lower(category)} for ${aspect}${budget ? ` under ${budget}` : ''}`
}

const compareTwo: Form = (_, [first, second]) => (first && second ? `Compare ${first.name} and ${second.name}` : null)

const anyGood: Form = (_, [first]) => (first ? `Is ${first.name} any good?` : null)

const complaints: Form = (_, [first]) => (first ? `What do people complain about most in ${first.name}?` : null)

const praisedFor: Form = ({ category, aspects }) => {
  const aspect = aspects.find((name) => !category.includes(name))
  return aspect ? `Which ${lower(category)} do people praise for ${aspect}?` : null
}

const secondBest: Form = (_, [first, second]) => (first && second ? `What do people say about ${second.name}?` : null)

const forms: readonly Form[] = [bestFor, compareTwo, anyGood, praisedFor, complaints, secondBest]

/**
 * Four to six questions of different forms about what the corpus has, each of another category as long as there are enough; fewer, or
 * none, when the corpus is too small to answer them. Kinds take turns, so that places and services are seen beside products.
 */
export function exampleQuestions(words: readonly CategoryWords[], items: readonly ExampleItem[]): string[] {
  const waiting = takingTurns(words.filter(({ category, reviews }) => reviews > 0 && category.length <= 30))
  const itemsOf = Map.groupBy(items, ({ category }) => category)
  const used: CategoryWords[] = []
  const examples: string[] = []
  for (const form of forms) {
    // Categories that had their turn come again after all others.
    for (const candidate of [...waiting.filter((one) => !used.includes(one)), ...used]) {
      const question = form(candidate, itemsOf.get(candidate.category) ?? [])
      if (question === null || examples.includes(question)) continue
      examples.push(question)
      if (!used.includes(candidate)) used.push(candidate)
      break
    }
  }
  return examples.slice(0, MOST_EXAMPLES)
}

/** One category of each kind after another, each kind's most reviewed first. */
function takingTurns(words: readonly CategoryWords[]): CategoryWords[] {
  const kinds = [...Map.groupBy(words, ({ kind }) => kind).values()]
  const longest = Math.max(0, ...kinds.map((kind) => kind.length))
  return Array.from({ length: longest }, (_, at) => kinds.flatMap((kind) => kind[at] ?? [])).flat()
}

/** A round sum that more than half of the priced items stay under, with its sign: "$100". Null with fewer than three prices of one currency. */
function roundBudget(items: readonly ExampleItem[]): string | null {
  const currency = items.find((item) => item.currency !== null)?.currency
  const prices = items.flatMap((item) =>
    item.currency === currency && item.priceMinor !== null ? [item.priceMinor] : [],
  )
  if (!currency || prices.length < 3) return null
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 })
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const middle = (prices.toSorted((a, b) => a - b)[Math.floor(prices.length * 0.6)] ?? 0) / 10 ** digits
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, middle))) - 1) * 5
  return format.format(Math.ceil((middle + 0.01) / step) * step)
}

const lower = (category: string) => (category === category.toUpperCase() ? category : category.toLowerCase())

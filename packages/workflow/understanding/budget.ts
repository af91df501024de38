import type { Money } from '@reviewguide/contracts'

/** A budget read from a question, and the words that said it, so that they are not read twice. */
export interface ReadBudget {
  max?: Money
  min?: Money
  currencyAssumed: boolean
  spans: { start: number; end: number }[]
}

const currencyOf: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': 'JPY',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  inr: 'INR',
  rupee: 'INR',
  rupees: 'INR',
  rs: 'INR',
  cad: 'CAD',
  yen: 'JPY',
}

const sign = String.raw`(?:[$€£₹¥]|\brs\.?)`
const word = String.raw`(?:usd|dollars?|bucks|eur|euros?|gbp|pounds?|quid|inr|rupees?|rs|cad|yen)\b`
/** Groups: sign before, number, "k", sign or word after. */
const amount = String.raw`(${sign})?\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?(k\b)?\s?(${sign}|${word})?`

/** Things that are counted and are no money: "under 2 kg", "over 4 stars". */
const unit =
  /^\s?-?(?:stars?|kgs?|kilos?|g|grams?|lbs?|ounces?|oz|hours?|hrs?|h|minutes?|mins?|seconds?|days?|weeks?|months?|years?|yrs?|inch(?:es)?|in|"|cm|mm|m|km|miles?|ft|feet|people|persons?|guests?|kids|children|gb|tb|mb|mbps|db|w|watts?|mah|l|liters?|litres?|%|percent|reviews?|x)\b/i

const between = new RegExp(String.raw`\b(?:between|from)\s+${amount}\s*(?:and|to|-|–)\s*${amount}`, 'gi')
const range = new RegExp(String.raw`${amount}\s?[-–]\s?${amount}`, 'gi')
const upper = new RegExp(
  String.raw`\b(?:under|below|less than|cheaper than|at most|up to|no more than|not more than|max(?:imum)?(?: of)?|within|budget(?: is| of)?:?|for less than|spend|beneath)\s+(?:about |around )?${amount}`,
  'gi',
)
const lower = new RegExp(
  String.raw`\b(?:over|above|more than|at least|min(?:imum)?(?: of)?|starting at)\s+${amount}`,
  'gi',
)
/** "From 2024" is a year. */
const from = new RegExp(String.raw`\bfrom\s+${amount}`, 'gi')
const about = new RegExp(String.raw`\b(?:around|about|roughly|approx(?:imately)?|~)\s*${amount}`, 'gi')
/** What may stand beside an amount that is a message of its own: "something around 60". */
const beside = /^(?:\s|[?!.,]|\b(?:and|or|so|maybe|something|anything|ones?|please)\b)*$/i
const orLess = new RegExp(String.raw`${amount}\s+(?:or less|or under|max(?:imum)?|tops|budget)\b`, 'gi')

/** "Over 4" is a rating and "over 16" an age or a size; from here on, in minor units, a bare number above is money as one below is. */
const MIN_BARE = 2000

interface Amount {
  minor: number
  currency: string | undefined
}

function readAmount(groups: (string | undefined)[]): Amount | null {
  const [before, whole, cents, thousand, after] = groups
  if (!whole) return null
  const major = Number(whole.replaceAll(',', '') + (cents ?? '')) * (thousand ? 1000 : 1)
  const mark = (before ?? after)?.toLowerCase().replace('.', '')
  return { minor: Math.round(major * 100), currency: mark ? currencyOf[mark] : undefined }
}

/**
 * Reads limits of price from a question: "under $100", "between 50 and 80 euros", "around 700", "$40 or less".
 * A number needs a word of limit or a currency beside it, and must not be followed by a unit; "around 60" alone is a limit as well. "Around" allows a fifth above.
 *
 * @param text the question
 * @param currency the currency meant when none is named; null when the corpus has no prices
 * @returns the limits in minor units, or null when none is said
 */
export function readBudget(text: string, currency: string | null): ReadBudget | null {
  const found: ReadBudget = { currencyAssumed: false, spans: [] }

  const money = (value: Amount): Money | null => {
    if (value.currency) return { minor: value.minor, currency: value.currency }
    if (!currency) return null
    found.currencyAssumed = true
    return { minor: value.minor, currency }
  }
  const taken = (start: number, end: number) => found.spans.some((span) => start < span.end && span.start < end)

  const scan = (pattern: RegExp, needsCurrency: boolean, apply: (amounts: Amount[]) => boolean | void) => {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (taken(match.index, end) || unit.test(text.slice(end))) continue
      const amounts = [match.slice(1, 6), match.slice(6, 11)].map(readAmount).filter((value) => value !== null)
      const named = amounts.find((value) => value.currency)?.currency
      const alone = beside.test(text.slice(0, match.index)) && beside.test(text.slice(end))
      const plain = pattern === about && alone && amounts.every(({ minor }) => minor >= MIN_BARE)
      if (needsCurrency && !named && !plain) continue
      for (const value of amounts) value.currency ??= named
      if (amounts.length === 0) continue
      if (apply(amounts) !== false) found.spans.push({ start: match.index, end })
    }
  }

  const bounds = ([low, high]: Amount[]) => {
    const [a, b] = [low && money(low), high && money(high)]
    if (!a || !b) return
    found.min = a.minor <= b.minor ? a : b
    found.max = a.minor <= b.minor ? b : a
  }
  scan(between, false, bounds)
  scan(range, true, bounds)
  scan(upper, false, ([value]) => {
    found.max = (value && money(value)) ?? found.max
  })
  scan(orLess, false, ([value]) => {
    found.max = (value && money(value)) ?? found.max
  })
  scan(lower, false, ([value]) => {
    if (value && !value.currency && value.minor < MIN_BARE) return false
    found.min = (value && money(value)) ?? found.min
    return true
  })
  scan(from, true, ([value]) => {
    found.min = (value && money(value)) ?? found.min
  })
  scan(about, true, ([value]) => {
    const middle = value && money(value)
    if (middle) found.max = { ...middle, minor: Math.round(middle.minor * 1.2) }
  })
  return found.max || found.min ? found : null
}

/** The lowest rating asked for ("at least 4 stars", "rated above 3.5") and the words that said it, or undefined. */
export function readMinRating(text: string): { stars: number; start: number; end: number } | undefined {
  const match =
    /\b(?:at least|above|over|min(?:imum)?|better than|rated)\s+(?:above |over |at least )?([1-5](?:\.\d)?)\s*\+?\s*(?:stars?)?\b/i.exec(
      text,
    ) ??
    /\b([1-5](?:\.\d)?)\s*\+?\s*stars?\s*(?:or (?:more|better|higher)|and (?:up|above))/i.exec(text) ??
    /\b([1-5](?:\.\d)?)\+\s*stars?\b/i.exec(text)
  if (!match?.[1] || !/star|rated|\+/i.test(match[0])) return undefined
  return { stars: Number(match[1]), start: match.index, end: match.index + match[0].length }
}

import type { Money } from '@reviewguide/contracts'

/** Signs that name one currency. "kr" and a bare "R" name several and none. */
const signs: [RegExp, string][] = [
  [/(?:US|U\.S\.)\s*\$/i, 'USD'],
  [/(?:CA|C)\s*\$/, 'CAD'],
  [/(?:AU|A)\s*\$/, 'AUD'],
  [/\$/, 'USD'],
  [/₹|\bRs\.?|\bINR\b/i, 'INR'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/¥/, 'JPY'],
  [/₩/, 'KRW'],
  [/\bzł/i, 'PLN'],
]

/** Currency codes that a column's name or a value may carry; a list, because any three letters would fit the form. */
const codes = new Set(
  'USD EUR GBP INR CAD AUD NZD JPY CNY KRW CHF SEK NOK DKK PLN CZK HUF BRL MXN ZAR SGD HKD TWD THB TRY AED SAR ILS RUB IDR MYR PHP VND'.split(
    ' ',
  ),
)

/** The currency code among the words of a text ("price_inr", "1299 EUR"); null when there is none. */
export function currencyIn(text: string): string | null {
  const words = text.toUpperCase().split(/[^A-Z]+/)
  return words.find((word) => codes.has(word)) ?? null
}

/** Digits after the point in the currency's minor unit: 2 for most, 0 for the yen. */
function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount in major units ("79.99") as money; null beyond what a price can be. */
export function toMoney(amount: string, currency: string): Money | null {
  const minor = Math.round(Number(amount) * 10 ** fractionDigits(currency))
  return Number.isSafeInteger(minor) && minor >= 0 ? { minor, currency } : null
}

/** A price as the canonical line has it: major units and an ISO 4217 code. */
export interface ParsedPrice {
  amount: string
  currency: string
}

const MAX_PRICE = 40

/**
 * Reads a price as people write it: "₹1,299", "$79.99", "1.299,00 €", "1299" with the currency from elsewhere. Null when it names no single
 * amount or nobody says which currency it is in: a price in an unknown currency is an unknown price.
 */
export function parsePrice(text: string, currency: string | null): ParsedPrice | null {
  const named = signs.find(([sign]) => sign.test(text))?.[1] ?? currencyIn(text) ?? currency
  // Nobody writes a price at such length: it is something else that got into the column.
  if (text.length > MAX_PRICE) return null
  const numbers = text.replace(/Rs\./gi, '').match(/\d[\d.,'\u00a0\u202f ]*/g) ?? []
  const [number] = numbers
  if (named === null || number === undefined || numbers.length !== 1) return null
  const amount = plainNumber(number)
  return amount === null ? null : { amount, currency: named }
}

/** "1,299.00", "1.299,00", "1'299" and "1 299" as "1299.00" and "1299": the last mark is a decimal one unless three digits follow it. */
function plainNumber(text: string): string | null {
  const number = text.replace(/['\s\u00a0\u202f]/g, '').replace(/[.,]+$/, '')
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  const digits = number.slice(last + 1)
  const mark = number[last] ?? ''
  const grouping =
    last !== -1 && digits.length === 3 && (mark === ',' || number.indexOf(mark) !== last || number.length > 7)
  const plain =
    last === -1 || grouping ? number.replace(/[.,]/g, '') : `${number.slice(0, last).replace(/[.,]/g, '')}.${digits}`
  return /^\d{1,12}(\.\d{1,4})?$/.test(plain) ? plain : null
}

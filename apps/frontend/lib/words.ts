import type { Confidence, Money } from '@reviewguide/contracts'

const numbers = new Intl.NumberFormat('en-US')
const oneDigit = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Figures, dates and judgements as the page says them; the same everywhere. */
export const count = (value: number): string => numbers.format(value)

export const stars = (value: number): string => oneDigit.format(value)

/** "1 review", "212 reviews". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** "$79", "$79.99": whole amounts without their empty cents. */
export function money({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const amount = minor / 10 ** digits
  return Number.isInteger(amount)
    ? new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency,
        minimumFractionDigits: 0,
        maximumFractionDigits: 0,
      }).format(amount)
    : format.format(amount)
}

/** "4 March 2025", in UTC: the day that the review bears, wherever it is read. */
export function day(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** "14:05", in the reader's own time. */
export const clockTime = (date: Date): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(date)

/** When something is allowed again, never too early: "in 40 seconds", "at 14:06", "now". */
export function whenAgain(until: Date, now: Date = new Date()): string {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000)
  if (seconds <= 0) return 'now'
  if (seconds < 90) return `in ${counted(seconds, 'second')}`
  return `at ${clockTime(new Date(Math.ceil(until.getTime() / 60_000) * 60_000))}`
}

export const sureness: Record<Confidence['level'], string> = { low: 'Not sure', medium: 'Fairly sure', high: 'Sure' }

/** Below this, figures are hints: they are drawn open and said to be few. */
export const FEW = 5

/** One or two letters that stand for a name: "Tern Sprint" → "TS". */
export function initials(name: string): string {
  const words = name.split(/[\s\-–—/,.()]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? '')
  return (letters.join('') || '?').toLocaleUpperCase('en')
}

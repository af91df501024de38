const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** Which comes first in "03/04/2024". */
export type DayOrder = 'day-first' | 'month-first'

const numeric = /^(\d{1,2})[/.\s-](\d{1,2})[/.,\s-]\s*(\d{4})\b/

/** Tells from a file's own dates which comes first; month where nothing tells, as the sources that write such dates are American. */
export function dayOrder(dates: string[]): DayOrder {
  for (const date of dates) {
    const [, first, second] = numeric.exec(date.trim()) ?? []
    if (Number(first) > 12) return 'day-first'
    if (Number(second) > 12) return 'month-first'
  }
  return dates.some((date) => /^\d{1,2}\.\d{1,2}\.\d{4}/.test(date.trim())) ? 'day-first' : 'month-first'
}

/**
 * Reads a date as ISO 8601 in UTC: ISO forms, "July 31, 2006", "31 July 2006", "09 1, 2016", "31/07/2006", seconds or milliseconds since 1970.
 * A time without a zone counts as UTC. Null for anything else, and for days that no calendar has.
 */
export function parseDate(text: string, order: DayOrder = 'month-first'): string | null {
  const date = text.trim()
  if (/^\d{9,10}(\.\d+)?$/.test(date)) return iso(Number(date) * 1000)
  if (/^\d{12,13}$/.test(date)) return iso(Number(date))
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s](.*))?$/i.exec(date)
  if (written) return day(Number(written[1]), Number(written[2]), Number(written[3]), written[4] ?? '')
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(date)
  if (slashed) return day(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
  const short = numeric.exec(date)
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])]
    const dayFirst = order === 'day-first'
    return day(Number(short[3]), dayFirst ? second : first, dayFirst ? first : second)
  }
  const monthName = /\b(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(date)
  if (monthName && monthOf(monthName[1] ?? '')) {
    return day(Number(monthName[3]), monthOf(monthName[1] ?? ''), Number(monthName[2]))
  }
  const dayName = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}{3,9})\.?,?[\s-]+(\d{4})\b/u.exec(date)
  if (dayName && monthOf(dayName[2] ?? ''))
    return day(Number(dayName[3]), monthOf(dayName[2] ?? ''), Number(dayName[1]))
  return null
}

function day(year: number, month: number, dayOfMonth: number, time = ''): string | null {
  const midnight = new Date(Date.UTC(year, month - 1, dayOfMonth))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== dayOfMonth) return null
  if (time === '') return iso(midnight.getTime())
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(time.trim())
  if (!clock) return iso(midnight.getTime())
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0', zone = 'Z'] = clock
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(fraction)) * 1000
  return iso(midnight.getTime() + ms - offset(zone))
}

function offset(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  if (!sign) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** Years that a review can come from; outside, it is a slip or a placeholder such as 1970 or 9999. */
function iso(ms: number): string | null {
  const date = new Date(Math.round(ms))
  const year = date.getUTCFullYear()
  return year > 1970 && year < 2100 ? date.toISOString() : null
}

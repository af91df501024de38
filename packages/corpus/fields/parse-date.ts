/** Beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese and Dutch; a word is one that begins so and is no longer than a month. */
const months = [
  /^(?:jan|jän|gen|ene|janv)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mrt|maa)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mag|mei)/,
  /^(?:jun|jui?n|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|déc|dic)/,
]
const monthOf = (word: string) => months.findIndex((month) => month.test(word.toLowerCase())) + 1

/** Which comes first in "03/04/2024". */
export type DayOrder = 'day-first' | 'month-first'

const numeric = /^(\d{1,2})[/.\s-](\d{1,2})[/.,\s-]\s*(\d{4})\b(?:,?\s+(.*))?/
/** Spreadsheets write "3/4/20" where the region's short form is so; of dots and bars alone, since "09-01-20" may begin with the year. */
const twoDigits = /^(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?:,?\s+(.*))?$/

/** A date of figures with its full year, behind the words of a sentence: "Posted on 2020-03-01", "Reviewed in Japan on 2020年3月1日". */
const leading = /^[\p{L}\s:,]+(?=\d{4}[-年]\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})/u

/** Days before 1970 in a spreadsheet's count of days, and the counts that are of this century. */
const SPREADSHEET_EPOCH = 25_569
const DAY_MS = 86_400_000

/**
 * Tells from a file's own dates which comes first: what most of those say that can be read in one way alone; month where nothing tells, as the sources that write
 * such dates are American.
 */
export function dayOrder(dates: string[]): DayOrder {
  let days = 0
  for (const date of dates) {
    const [first, second] = twoNumbers(date.trim()) ?? []
    if (Number(first) > 12) days++
    else if (Number(second) > 12) days--
  }
  if (days !== 0) return days > 0 ? 'day-first' : 'month-first'
  return dates.some((date) => /^\d{1,2}\.\d{1,2}\.\d{4}/.test(date.trim())) ? 'day-first' : 'month-first'
}

function twoNumbers(date: string): [number, number, number, string] | null {
  const long = numeric.exec(date)
  if (long) return [Number(long[1]), Number(long[2]), Number(long[3]), long[4] ?? '']
  const short = twoDigits.exec(date)
  return short && [Number(short[1]), Number(short[3]), 2000 + Number(short[4]), short[5] ?? '']
}

/**
 * Reads a date as ISO 8601 in UTC: ISO forms, "July 31, 2006", "31 July 2006", "3. Dezember 2019", "20-May-12", "09 1, 2016", "31/07/2006", "3/4/20 3:04 PM", "03.12.2019", "20191203", "2019年12月3日",
 * seconds, milliseconds or microseconds since 1970, days as spreadsheets count them; words before it are passed over. A time without a zone counts as UTC. Null for anything else ("2 years ago" is no date), and for days that no calendar has.
 */
export function parseDate(text: string, order: DayOrder = 'month-first'): string | null {
  const date = text.trim().replace(leading, '')
  if (/^\d{9,10}(\.\d+)?$/.test(date)) return iso(Number(date) * 1000)
  if (/^\d{12,13}$/.test(date)) return iso(Number(date))
  if (/^\d{16}$/.test(date)) return iso(Number(date) / 1000)
  if (/^[345]\d{4}(?:\.\d+)?$/.test(date)) return iso((Number(date) - SPREADSHEET_EPOCH) * DAY_MS)
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s](.*))?$/i.exec(date)
  if (written) return day(Number(written[1]), Number(written[2]), Number(written[3]), written[4] ?? '')
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(date)
  if (slashed) return day(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
  const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(date)
  if (packed) return day(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  const signs = /^(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日/.exec(date)
  if (signs) return day(Number(signs[1]), Number(signs[2]), Number(signs[3]))
  const short = twoNumbers(date)
  if (short) {
    const [first, second, year, time] = short
    // Dots are written where the day comes first; a number above 12 is no month, whatever the others say.
    const dayFirst = first > 12 || (second <= 12 && (order === 'day-first' || /^\d+\.\d+\./.test(date)))
    return day(year, dayFirst ? second : first, dayFirst ? first : second, time)
  }
  const monthName = /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(date)
  if (monthName && monthOf(monthName[1] ?? '')) {
    return day(Number(monthName[3]), monthOf(monthName[1] ?? ''), Number(monthName[2]))
  }
  const dayName =
    /\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+de|\s+of)?[\s-]+(\p{L}{3,10})\.?,?(?:\s+de)?[\s-]+(\d{4}|\d{2})\b(?!:)/u.exec(
      date,
    )
  if (dayName && monthOf(dayName[2] ?? '')) {
    const year = Number(dayName[3])
    // Two figures ("20-May-12") are of this century: there were no reviews on the web in the one before, or hardly any.
    return day(year < 100 ? 2000 + year : year, monthOf(dayName[2] ?? ''), Number(dayName[1]))
  }
  const unixTime = /^\w{3} (\w{3}) +(\d{1,2}) ([\d:]+) (?:([+-]\d{4}|\w+) )?(\d{4})$/.exec(date)
  if (!unixTime || !monthOf(unixTime[1] ?? '')) return null
  const [, month = '', dayOfMonth, time, zone = 'UTC', year] = unixTime
  return day(Number(year), monthOf(month), Number(dayOfMonth), `${time} ${zone}`)
}

function day(year: number, month: number, dayOfMonth: number, time = ''): string | null {
  const midnight = new Date(Date.UTC(year, month - 1, dayOfMonth))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== dayOfMonth) return null
  if (time === '') return iso(midnight.getTime())
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(
    time.trim(),
  )
  if (!clock) return iso(midnight.getTime())
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0', half, zone = 'Z'] = clock
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0)
  const ms = ((hour * 60 + Number(minutes)) * 60 + Number(seconds) + Number(fraction)) * 1000
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

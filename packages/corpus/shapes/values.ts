/** Longest value of an attribute that is kept, and how many of an item. */
const MAX_VALUE = 200
const MAX_COUNT = 40

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as text: numbers as numerals, a list as its first text; undefined for anything else and for what says nothing. */
export function textOf(value: unknown, longest = 500): string | undefined {
  const first: unknown = Array.isArray(value) ? value.find((each) => each !== null && each !== '') : value
  const text = typeof first === 'number' || typeof first === 'boolean' ? String(first) : first
  if (typeof text !== 'string') return undefined
  const said = text.trim()
  return said === '' || /^(?:nan|null|none|n\/a|undefined)$/i.test(said) ? undefined : said.slice(0, longest)
}

/** A text that is taken whole: what is too long is for the check to refuse, not to cut. */
export const wholeText = (value: unknown): string => textOf(value, Number.POSITIVE_INFINITY) ?? ''

/** The texts of a list, or of one value. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => textOf(each, 300) ?? [])
}

/** Texts, numbers and truths of an object that are short enough to be an item's attributes; "True" and "u'free'" are read as Python writes them. */
export function attributesOf(value: unknown): Record<string, string | number | boolean> {
  if (!isRecord(value)) return {}
  const entries = Object.entries(value).flatMap(([key, said]) => {
    const name = key.replace(/[:\s\u200e\u200f]+$/, '').trim()
    const plain = typeof said === 'string' ? pythonless(said) : said
    const fits = typeof plain === 'boolean' || typeof plain === 'number' || (typeof plain === 'string' && plain !== '')
    return name !== '' && name.length <= 100 && fits && String(plain).length <= MAX_VALUE
      ? [[name, plain] as [string, string | number | boolean]]
      : []
  })
  return Object.fromEntries(entries.slice(0, MAX_COUNT))
}

function pythonless(text: string): string | boolean {
  if (text === 'True' || text === 'False') return text === 'True'
  if (text === 'None' || text.startsWith('{')) return ''
  return /^u?'(.*)'$/s.exec(text)?.[1] ?? text
}

/** Votes as "1,234", 3 or [3, 5] (three of five). */
export function votesOf(value: unknown): number | undefined {
  const digits = /^\d[\d,]*/.exec(textOf(value) ?? '')?.[0].replaceAll(',', '')
  return digits === undefined || digits.length > 9 ? undefined : Number(digits)
}

/** The first web address of a text, a list of them or a list of objects that hold one. */
export function addressOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (isRecord(first)) return addressOf(first.hi_res ?? first.large ?? first.url ?? first.contentUrl ?? first['@id'])
  return /^https?:\/\/\S+/.exec(textOf(first, 5000) ?? '')?.[0].slice(0, 2000)
}

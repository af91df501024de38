import { decode } from 'html-entities'

/** Elements of HTML whose tags are markup in a review; anything else in angle brackets ("<3", "<2 days") is what somebody wrote. */
const elements =
  'a|abbr|address|article|aside|audio|b|big|blockquote|body|button|br|canvas|caption|center|cite|code|col|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|math|meta|nav|noscript|object|ol|option|p|param|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr'
/** What is shown to nobody, with the mark that ends it. */
const invisible: [RegExp, RegExp][] = [
  [/<!--[\s\S]*?-->/g, /-->/g],
  [/<script\b[^<>]{0,2000}>[\s\S]*?<\/script\s*>/gi, /<\/script\s*>/gi],
  [/<style\b[^<>]{0,2000}>[\s\S]*?<\/style\s*>/gi, /<\/style\s*>/gi],
]
const lineBreak = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]{0,200}>/gi
const tag = new RegExp(`</?(?:${elements})(?:[\\s/][^<>]{0,2000})?>`, 'gi')
const lineEnd = /\r\n?|[\u2028\u2029\u0085]/g
// Control characters but tab and newline: they mean nothing in a review, and Postgres refuses the null byte.
// oxlint-disable-next-line no-control-regex -- these are the characters to take out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g

/** What most reviews are: letters, digits and marks that need no care. */
const ordinary = /^[\n\x20-\x25\x27-\x3b\x3d-\x7e]*$/

/** More rounds would let "&amp;amp;amp;…" cost a pass over the text for each "amp;". */
const MAX_ROUNDS = 6

/**
 * A review's text as it is stored, and as all offsets count it: entities decoded (also twice encoded ones), HTML markup removed with its line
 * breaks kept, line ends as \n, control characters and lone surrogates gone, Unicode NFC, no white space at either end.
 * Cleaning a clean text changes nothing.
 */
export function cleanText(raw: string): string {
  if (ordinary.test(raw)) return trimLines(raw)
  let text = raw
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = text
    if (text.includes('&')) text = decode(text, { level: 'html5', scope: 'strict' })
    text = text.replace(lineEnd, '\n').replace(control, '')
    if (text.includes('<')) text = withoutMarkup(text)
    if (text === before) break
  }
  return trimLines(text.toWellFormed().normalize('NFC').replaceAll('\u00a0', ' '))
}

function trimLines(text: string): string {
  if (!text.includes('\n')) return text.trim()
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same for what stands on one line: titles, names, authors. */
export function cleanLine(raw: string): string {
  const text = cleanText(raw)
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

function withoutMarkup(text: string): string {
  return invisible.reduce(withoutInvisible, text).replace(lineBreak, '\n').replace(tag, '')
}

/** Looks only before the last end mark: beyond it, each of a thousand openings would search the rest of the text in vain. */
function withoutInvisible(text: string, [pattern, end]: [RegExp, RegExp]): string {
  const last = [...text.matchAll(end)].at(-1)
  if (last === undefined) return text
  const until = last.index + last[0].length
  return text.slice(0, until).replace(pattern, ' ') + text.slice(until)
}

import { isSpace, type Span, trimSpan, wholeEnd } from './spans.ts'

/** Words before a full stop that does not end a sentence; those of the second list may end one when a capital follows. */
const neverLast = new Set(
  'mr mrs ms dr prof st vs e.g i.e eg ie approx incl excl esp fig vol col gen rev hon mt dept est univ jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const seldomLast = new Set(
  'etc inc ltd co corp no nos hrs hr min mins sec secs oz lb lbs ft in cm mm kg a.m p.m am pm u.s u.k jr sr ave blvd rd'.split(
    ' ',
  ),
)

const terminal = /[.!?…。！？]/
const closing = /["'”’)\]}»*]/
const emoji = /\p{Extended_Pictographic}/u
const emojiRun =
  /^\s?(?:[\p{Extended_Pictographic}\p{M}\u200d\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|\s(?=\p{Extended_Pictographic}))+/u
const bullet = /^(?:[-*•·–—►▪‣✓✔✗✘+]|\d{1,2}[.)](?=\s))\s*/

/**
 * Cuts a text into sentences: trimmed spans in UTF-16 units, in order, never empty and never overlapping.
 * A line break ends a sentence when a blank line or a bullet follows, or when the line ends like one; full stops of abbreviations, initials,
 * decimals, host names and ellipses inside a sentence do not.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  let at = 0
  const cut = (end: number) => {
    const span = trimSpan(text, { start, end: wholeEnd(text, end) })
    const mark = bullet.exec(text.slice(span.start, Math.min(span.end, span.start + 6)))
    if (mark && mark[0].length < span.end - span.start) span.start += mark[0].length
    const last = spans[spans.length - 1]
    // A lone emoji or closing mark belongs to the sentence before it.
    if (
      last &&
      span.end > span.start &&
      !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)) &&
      !text.slice(last.end, span.start).includes('\n')
    ) {
      last.end = span.end
    } else if (span.end > span.start) spans.push(span)
    start = Math.max(end, span.end)
  }
  while (at < text.length) {
    if (isInner(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const char = text[at] as string
    if (char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029') {
      if (endsLine(text, start, at)) cut(at)
      at += 1
      continue
    }
    if (!terminal.test(char)) {
      const past = emojiBreak(text, at)
      if (past > 0) cut(past)
      at = past > 0 ? past : at + 1
      continue
    }
    let end = at + 1
    while (end < text.length && terminal.test(text[end] as string)) end += 1
    const run = text.slice(at, end)
    while (end < text.length && closing.test(text[end] as string)) end += 1
    const smile = emojiRun.exec(text.slice(end, end + 40))
    if (smile) end = wholeEnd(text, end + smile[0].length)
    if (ends(text, at, end, run)) cut(end)
    at = end
  }
  cut(text.length)
  return spans
}

/** Letters, digits and such, after which nothing is ever cut: nearly all that there is. */
const isInner = (code: number) =>
  (code >= 0x20 && code < 0x80 && code !== 0x21 && code !== 0x2e && code !== 0x3f) || (code >= 0xa0 && code < 0x2000)

/** The end of a run of emoji at `at` that ends a sentence without a full stop, as a capital follows ("number 1 🎧 But …"); 0 when there is none. "I ❤️ Paris" goes on. */
function emojiBreak(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x2190 || !emoji.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) return 0
  const run = emojiRun.exec(text.slice(at, at + 40))
  if (!run) return 0
  const end = wholeEnd(text, at + run[0].length)
  return /^\s+["'“(]?\p{Lu}/u.test(text.slice(end, end + 4)) &&
    !/\b(?:i|we|you|they)\s*$/i.test(text.slice(Math.max(0, at - 6), at))
    ? end
    : 0
}

/** Whether a run of terminal marks, text[at] to text[end], ends a sentence. */
function ends(text: string, at: number, end: number, run: string): boolean {
  if (end >= text.length) return true
  const next = firstAfter(text, end)
  const spaced = isSpace(text.charCodeAt(end))
  if (!spaced) {
    if (emoji.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) return true
    if (run !== '.')
      return /[\p{L}"'“(]/u.test(text[end] as string) && !/^[…]|^\.\.+$/.test(run)
        ? true
        : /\p{Lu}/u.test(text[end] as string)
    // "great.The screen": a small letter, a stop and a capitalised word is a forgotten space; "U.S.A", "v2.0" and "amazon.com" are not.
    return /[\p{Ll})]/u.test(text[at - 1] ?? '') && /^\p{Lu}\p{Ll}+[\s']/u.test(text.slice(end, end + 24))
  }
  if (next === '') return true
  if (/^(?:\.{2,}|…+)$/.test(run)) return /[\p{Lu}]/u.test(next) || emoji.test(next)
  if (run !== '.') return true
  // "1. Light": the number of a list item.
  if (/(?:^|\n)\s*\d{1,2}$/.test(text.slice(Math.max(0, at - 12), at))) return false
  const word = wordBefore(text, at)
  if (neverLast.has(word)) return false
  if (/^\p{L}$/u.test(word) && word !== 'i' && /\p{Lu}/u.test(text[at - 1] ?? '') && /\p{Lu}/u.test(next)) return false
  if (seldomLast.has(word)) return /\p{Lu}/u.test(next) && word !== 'no'
  return true
}

function wordBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < 12 && /[\p{L}.]/u.test(text[from - 1] as string)) from -= 1
  return text.slice(from, at).toLowerCase()
}

function firstAfter(text: string, from: number): string {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : ''
}

/** A line break ends a sentence before a blank line or a bullet, or where the next line begins with a capital or a digit. */
function endsLine(text: string, start: number, at: number): boolean {
  if (trimSpan(text, { start, end: at }).end <= start) return false
  const rest = text.slice(at, at + 200)
  if (/^\r?\n[^\S\n]*\r?\n/.test(rest)) return true
  const line = rest.trimStart()
  return line === '' || bullet.test(line) || /^["'“(]?[\p{Lu}\p{N}]/u.test(line) || emoji.test(line.slice(0, 2))
}

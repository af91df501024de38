import type { ChatMatch } from '@reviewguide/contracts'
import { foldMapped, foldText } from './fold-text.ts'

/** Most words of a search that are looked at; more would only make the statement longer. */
const MOST_WORDS = 10

/** Longest snippet, in UTF-16 units: two lines of a narrow list. */
const SNIPPET = 140

/** How much of that stands before the first hit. */
const BEFORE = 40

/** The words of a search, folded, each once. */
export function searchedWords(q: string): string[] {
  return [...new Set(foldText(q).split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS)
}

/** The words around the first place where one of the searched words stands, on one line, with where they stand in it. */
export function chatSnippet(text: string, words: string[]): Pick<ChatMatch, 'snippet' | 'hits'> {
  const line = text.replace(/\s+/g, ' ').trim()
  const all = hitsIn(line, words)
  const first = all[0]?.start ?? 0
  const from = line.length <= SNIPPET || first <= BEFORE ? 0 : wholeFrom(line, first - BEFORE)
  const to = wholeTo(line, Math.max(from + SNIPPET, all[0]?.end ?? 0))
  const lead = from > 0 ? '…' : ''
  const snippet = `${lead}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  const shift = lead.length - from
  const hits = all.filter(({ end }) => end <= to).map(({ start, end }) => ({ start: start + shift, end: end + shift }))
  return { snippet, hits }
}

/** All places of the words, in their order; those that touch or overlap are one. */
function hitsIn(line: string, words: string[]): ChatMatch['hits'] {
  const { folded, spans } = foldMapped(line)
  const found: ChatMatch['hits'] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const start = spans[at]?.start
      const end = spans[at + word.length - 1]?.end
      if (start !== undefined && end !== undefined) found.push({ start, end })
    }
  }
  const merged: ChatMatch['hits'] = []
  for (const hit of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end)
    else merged.push({ ...hit })
  }
  return merged
}

/** The nearest place from which a word, or at least a character, is whole. */
function wholeFrom(line: string, at: number): number {
  const space = line.indexOf(' ', at)
  if (space >= 0 && space < at + BEFORE) return space + 1
  return isInside(line, at) ? at + 1 : at
}

function wholeTo(line: string, at: number): number {
  if (at >= line.length) return line.length
  const space = line.lastIndexOf(' ', at)
  if (space > at - BEFORE && space > 0) return space
  return isInside(line, at) ? at + 1 : at
}

/** Whether the place is between the two halves of a character. */
const isInside = (line: string, at: number) => /[\uDC00-\uDFFF]/.test(line[at] ?? '')

import type { Polarity } from '@reviewguide/contracts'

export interface Span {
  start: number
  end: number
  polarity?: Polarity
}

export interface MarkedPiece {
  text: string
  span?: Span
}

/** Cuts a text at spans given in UTF-16 units. Spans outside the text are clipped; of two that overlap the earlier is kept whole. */
export function markSpans(text: string, spans: Span[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let from = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(span.start, from)
    const end = Math.min(span.end, text.length)
    if (span.start < from || start >= end) continue
    if (start > from) pieces.push({ text: text.slice(from, start) })
    pieces.push({ text: text.slice(start, end), span })
    from = end
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

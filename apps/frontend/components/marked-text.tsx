import { markSpans, type Span } from '../lib/mark-spans.ts'

/** A review's text as it was written, never as HTML or Markdown, with spans marked as with a pen. */
export function MarkedText({ text, spans }: { text: string; spans: Span[] }) {
  return (
    <p dir="auto" className="font-serif text-prose leading-relaxed break-words whitespace-pre-line">
      {markSpans(text, spans).map((piece, index) =>
        piece.span ? (
          <mark
            key={index}
            data-span
            className={`marker ${piece.span.polarity === 'negative' ? 'marker-against' : ''}`}
          >
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}

import { stars } from '../lib/words.ts'

/** A single review's stars. */
export function Stars({ rating }: { rating: number }) {
  const whole = Math.round(rating)
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden className="tracking-wide text-ink">
        {'★'.repeat(whole)}
        <span className="text-rule-firm">{'☆'.repeat(5 - whole)}</span>
      </span>
      <span className="sr-only">{Number.isInteger(rating) ? rating : stars(rating)} of 5 stars</span>
    </span>
  )
}

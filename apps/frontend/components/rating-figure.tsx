import type { Rating } from '@reviewguide/contracts'
import { counted, FEW, stars } from '../lib/words.ts'
import { Histogram } from './histogram.tsx'

/** The adjusted rating with its count and its spread. */
export function RatingFigure({ rating }: { rating: Rating }) {
  const { adjusted, mean, count } = rating
  if (adjusted === null || count === 0) return <p className="text-small text-faint">No ratings yet</p>
  const about =
    mean === null
      ? undefined
      : `Plain mean ${stars(mean)}. Drawn towards the category's mean, the more the fewer the reviews.`
  return (
    <div className="flex items-end gap-3" title={about}>
      <div className="leading-none">
        <p className="font-serif text-title">
          <span className="sr-only">Adjusted rating </span>
          {stars(adjusted)}
          <span className="text-small text-faint"> / 5</span>
        </p>
        <p className="mt-1.5 text-kicker text-soft">
          {count < FEW ? `only ${counted(count, 'review')}` : counted(count, 'review')}
        </p>
      </div>
      <Histogram rating={rating} />
    </div>
  )
}

import type { Rating } from '@reviewguide/contracts'
import { counted, FEW } from '../lib/words.ts'

/** The spread of the stars, one to five from left to right. Few ratings are drawn as outlines. */
export function Histogram({ rating, className = 'h-9 w-20' }: { rating: Rating; className?: string }) {
  const most = Math.max(1, ...rating.histogram)
  const few = rating.count < FEW
  const label = rating.histogram.map((count, index) => `${counted(index + 1, 'star')}: ${count}`).join(', ')
  return (
    <svg viewBox="0 0 80 36" className={`${className} text-soft`} role="img" aria-label={`Ratings. ${label}`}>
      <line x1="0" y1="35.5" x2="80" y2="35.5" stroke="var(--rule-firm)" strokeWidth="1" />
      {rating.histogram.map((count, index) => {
        const height = count === 0 ? 0 : Math.max(2, (count / most) * 33)
        return (
          <rect
            key={`star-${index + 1}`}
            x={index * 16.5 + 0.75}
            y={35 - height}
            width="12.5"
            height={height}
            fill={few ? 'none' : 'currentColor'}
            stroke={count === 0 ? 'none' : 'currentColor'}
            strokeWidth={few ? 1.2 : 0}
          />
        )
      })}
    </svg>
  )
}

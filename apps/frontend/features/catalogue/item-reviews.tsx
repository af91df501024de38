'use client'

import { FailureNote } from '../../components/failure-note.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { ReviewEntry } from '../../components/review-entry.tsx'
import { SideTabs } from '../../components/side-tabs.tsx'
import { useReviewPages } from '../../lib/use-review-pages.ts'
import type { ReviewFilter } from './use-review-filter.ts'

/** An item's reviews, newest first, or those that speak of the chosen aspect. */
export function ItemReviews({ itemId, filter }: { itemId: string; filter: ReviewFilter }) {
  const { aspect, side } = filter
  const { first, reviews, more, busy, again } = useReviewPages(itemId, {
    aspect,
    polarity: side === 'all' ? undefined : side,
  })
  return (
    <section aria-labelledby="reviews" className="max-w-[44rem] min-w-0">
      <h2 id="reviews" className="flex flex-wrap items-baseline gap-x-4 font-serif text-title font-medium">
        {aspect ? `Reviews on ${aspect}` : 'Reviews'}
        {aspect && (
          <button
            type="button"
            className="press font-sans text-small font-normal"
            onClick={() => filter.set({ side: 'all' })}
          >
            Show all reviews
          </button>
        )}
      </h2>
      {aspect && <SideTabs side={side} onSide={(next) => filter.set({ aspect, side: next })} />}
      {first.status === 'failed' && (
        <div className="mt-4">
          <FailureNote failure={first.failure}>
            <button type="button" className="button-plain" onClick={again}>
              Try again
            </button>
          </FailureNote>
        </div>
      )}
      {first.status === 'loading' && <p className="py-6 text-small text-soft">Reading</p>}
      {first.status === 'ready' && reviews.length === 0 && (
        <p className="py-6 text-base text-soft">{aspect ? 'No review on this side.' : 'No reviews on file.'}</p>
      )}
      <ol className="border-t border-rule">
        {reviews.map((review) => (
          <li key={review.reviewId} className="border-b border-rule py-6">
            <ReviewEntry
              review={review}
              spans={aspect ? review.opinions.filter((opinion) => opinion.aspect === aspect) : []}
            />
          </li>
        ))}
      </ol>
      {more && <LoadMore onMore={more} busy={busy} />}
    </section>
  )
}

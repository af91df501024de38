'use client'

import Link from 'next/link'
import { useState } from 'react'
import { AspectBar } from '../../components/aspect-bar.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { ReviewEntry } from '../../components/review-entry.tsx'
import { type Side, SideTabs } from '../../components/side-tabs.tsx'
import { api } from '../../lib/api.ts'
import { useResource } from '../../lib/use-resource.ts'
import { useReviewPages } from '../../lib/use-review-pages.ts'
import { counted } from '../../lib/words.ts'

/** All reviews of an item that speak of one aspect, both sides or one. */
export function EvidenceAspect({ itemId, aspect }: { itemId: string; aspect: string }) {
  const [side, setSide] = useState<Side>('all')
  const item = useResource(itemId, (signal) => api.item(itemId, signal))
  const figures = item.status === 'ready' ? item.value.aspects.find((other) => other.aspect === aspect) : undefined
  const { first, reviews, more, busy, again } = useReviewPages(itemId, {
    aspect,
    polarity: side === 'all' ? undefined : side,
  })

  return (
    <div>
      <h3 className="font-serif text-title first-letter:uppercase">{aspect}</h3>
      <p className="mt-0.5 min-h-5 text-small text-soft">
        {item.status === 'ready' && (
          <Link href={`/items/${itemId}`} className="press" dir="auto">
            {item.value.name}
          </Link>
        )}
        {figures && `, ${counted(figures.mentions, 'mention')}`}
      </p>
      <div className="mt-2 min-h-5">{figures && <AspectBar aspect={figures} />}</div>
      <SideTabs side={side} onSide={setSide} />
      {first.status === 'failed' && (
        <FailureNote failure={first.failure}>
          <button type="button" className="button-plain" onClick={again}>
            Try again
          </button>
        </FailureNote>
      )}
      {first.status === 'loading' && <p className="py-6 text-small text-soft">Reading</p>}
      {first.status === 'ready' && reviews.length === 0 && (
        <p className="py-6 text-base text-soft">No review on this side.</p>
      )}
      <ol>
        {reviews.map((review) => (
          <li key={review.reviewId} className="border-b border-rule py-5 last:border-b-0">
            <ReviewEntry review={review} spans={review.opinions.filter((opinion) => opinion.aspect === aspect)} />
          </li>
        ))}
      </ol>
      {more && <LoadMore onMore={more} busy={busy} />}
    </div>
  )
}

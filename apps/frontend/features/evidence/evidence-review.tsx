'use client'

import type { EvidenceData } from '@reviewguide/contracts'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { FailureNote } from '../../components/failure-note.tsx'
import { ReviewEntry } from '../../components/review-entry.tsx'
import { Screening } from '../../components/screening.tsx'
import { SideWord } from '../../components/side-word.tsx'
import { api } from '../../lib/api.ts'
import { useResource } from '../../lib/use-resource.ts'

/** The whole review behind one citation, its words marked. */
export function EvidenceReview({
  evidence,
  onAspect,
}: {
  evidence: EvidenceData
  onAspect(itemId: string, aspect: string): void
}) {
  const { reviewId, itemId, itemName, aspect, polarity, quote } = evidence
  const review = useResource(reviewId, (signal) => api.review(reviewId, signal))
  const item = useResource(itemId, (signal) => api.item(itemId, signal))
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    place.current?.querySelector('[data-span]')?.scrollIntoView({ block: 'nearest' })
  }, [review.status, evidence.n])

  return (
    <div ref={place}>
      <p className="mb-3 text-small text-soft">
        On{' '}
        <Link href={`/items/${itemId}`} className="press" dir="auto">
          {itemName}
        </Link>
        {aspect && (
          <>
            , <span className="font-semibold text-ink">{aspect}</span>
          </>
        )}
        {polarity && (
          <>
            : <SideWord polarity={polarity} />
          </>
        )}
      </p>
      {review.status === 'loading' && (
        <blockquote dir="auto" className="font-serif text-prose">
          <mark className="marker">{quote}</mark>
        </blockquote>
      )}
      {review.status === 'failed' && (
        <FailureNote failure={review.failure}>
          <button type="button" className="button-plain" onClick={review.again}>
            Try again
          </button>
        </FailureNote>
      )}
      {review.status === 'ready' && (
        <ReviewEntry single review={review.value} spans={[{ start: evidence.start, end: evidence.end, polarity }]} />
      )}
      {review.status === 'ready' && item.status === 'ready' && item.value.trust && (
        <section
          aria-label={`How far the reviews of ${itemName} are believed`}
          className="mt-5 border-t border-rule pt-3"
        >
          <p className="kicker mb-2 text-faint">All reviews of {itemName}</p>
          <Screening trust={item.value.trust} adjusted={item.value.rating.adjusted} />
        </section>
      )}
      {aspect && (
        <button
          type="button"
          onClick={() => onAspect(itemId, aspect)}
          className="button-plain mt-5 w-full justify-between text-left"
        >
          <span>All that is said on {aspect}, for and against</span>
          <span aria-hidden>→</span>
        </button>
      )}
    </div>
  )
}

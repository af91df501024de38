import type { Review } from '@reviewguide/contracts'
import type { Span } from '../lib/mark-spans.ts'
import { counted, day } from '../lib/words.ts'
import { MarkedText } from './marked-text.tsx'
import { SourceWord } from './source-word.tsx'
import { Stars } from './stars.tsx'
import { TrustNote } from './trust-note.tsx'

/** A whole review with all that is known of it; `spans` are marked in its text. A `single` one shows the reasons for its weight as well, and so does one that counts less than half. */
export function ReviewEntry({ review, spans, single = false }: { review: Review; spans: Span[]; single?: boolean }) {
  return (
    <article className="min-w-0">
      {review.title && (
        <h3 dir="auto" className="mb-1 font-serif text-prose font-semibold break-words">
          {review.title}
        </h3>
      )}
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-small text-soft">
        {review.rating !== null && <Stars rating={review.rating} />}
        {review.writtenAt ? <time dateTime={review.writtenAt}>{day(review.writtenAt)}</time> : <span>no date</span>}
        {review.author && (
          <span dir="auto" className="max-w-40 truncate">
            {review.author}
          </span>
        )}
      </p>
      <MarkedText text={review.text} spans={spans} />
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-small text-soft">
        {review.verified !== null && <span>{review.verified ? 'verified' : 'not verified'}</span>}
        {review.helpfulVotes !== null && review.helpfulVotes > 0 && (
          <span>{counted(review.helpfulVotes, 'person', 'people')} found it helpful</span>
        )}
        <SourceWord source={review.source} />
      </p>
      <div className="mt-1.5">
        <TrustNote trust={review.trust} open={single || review.trust.weight < 0.5} />
      </div>
    </article>
  )
}

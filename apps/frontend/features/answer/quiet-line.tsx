import type { MessageMetadata } from '@reviewguide/contracts'
import { Sureness } from '../../components/sureness.tsx'
import { counted } from '../../lib/words.ts'

/** How sure the answer is, and on what: one line, whose place is kept while the answer is still being written. */
export function QuietLine({ metadata, expected }: { metadata: MessageMetadata; expected: boolean }) {
  const { read, outcome } = metadata
  // Where nothing was found there is nothing to be sure of.
  const confidence = outcome === 'no_evidence' || outcome === 'declined' ? undefined : metadata.confidence
  const known = confidence || (read && read.reviews > 0)
  if (!known && !expected) return null
  return (
    <p className="mt-4 flex min-h-6 flex-wrap items-baseline gap-x-3 text-small text-soft">
      {confidence && <Sureness confidence={confidence} />}
      {read && read.reviews > 0 && (
        <span>
          read {counted(read.reviews, 'review')} of {counted(read.items, 'item')}
        </span>
      )}
    </p>
  )
}

'use client'

import type { Side } from '../../components/side-tabs.tsx'
import { useAddress, writeAddress } from '../../lib/address.ts'

export interface ReviewFilter {
  aspect?: string
  side: Side
  set(next: { aspect?: string; side: Side }): void
}

/** Which of an item's reviews are shown; kept in the address, so that it can be sent to somebody. */
export function useReviewFilter(): ReviewFilter {
  const aspect = useAddress('aspect') ?? undefined
  const side = useAddress('side')
  return {
    aspect,
    side: side === 'positive' || side === 'negative' ? side : 'all',
    set: (next) => writeAddress({ aspect: next.aspect ?? null, side: next.side === 'all' ? null : next.side }, 'push'),
  }
}

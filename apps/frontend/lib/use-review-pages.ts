'use client'

import type { Review } from '@reviewguide/contracts'
import { useState } from 'react'
import { api } from './api.ts'
import { type Resource, useResource } from './use-resource.ts'

interface Query {
  aspect?: string
  polarity?: 'positive' | 'negative'
}

interface ReviewPages {
  first: Resource<unknown>
  reviews: Review[]
  more: (() => void) | null
  busy: boolean
  again(): void
}

/** The reviews of an item, page after page; begins anew when the item or the query changes. */
export function useReviewPages(itemId: string, query: Query, limit = 20): ReviewPages {
  const key = JSON.stringify([itemId, query.aspect, query.polarity])
  const [later, setLater] = useState<{ key: string; reviews: Review[]; cursor: string | null } | null>(null)
  const [busy, setBusy] = useState(false)
  const { again, ...first } = useResource(key, (signal) =>
    api.reviews(itemId, { ...query, limit: String(limit) }, signal),
  )
  const mine = later?.key === key ? later : null
  const page = first.status === 'ready' ? first.value : null
  const cursor = mine ? mine.cursor : (page?.nextCursor ?? null)

  async function more(): Promise<void> {
    setBusy(true)
    const next = await api.reviews(itemId, { ...query, cursor, limit: String(limit) }).catch(() => null)
    if (next) setLater({ key, reviews: [...(mine?.reviews ?? []), ...next.items], cursor: next.nextCursor })
    setBusy(false)
  }

  return {
    first,
    again,
    busy,
    reviews: page ? [...page.items, ...(mine?.reviews ?? [])] : [],
    more: cursor === null ? null : () => void more(),
  }
}

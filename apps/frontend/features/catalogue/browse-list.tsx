'use client'

import { type Item } from '@reviewguide/contracts'
import Link from 'next/link'
import { useState } from 'react'
import { FailureNote } from '../../components/failure-note.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { Plate } from '../../components/plate.tsx'
import { RatingFigure } from '../../components/rating-figure.tsx'
import { api } from '../../lib/api.ts'
import { useResource } from '../../lib/use-resource.ts'
import { money } from '../../lib/words.ts'
import { CompareTray } from './compare-tray.tsx'

/** As many as the comparison takes. */
const MOST = 6

/** Items as rows, which can be chosen for a comparison. */
export function BrowseList({ category, words }: { category?: string; words: string }) {
  const query = { category, q: words || undefined }
  const { again, ...first } = useResource(`${category} ${words}`, (signal) => api.items(query, signal))
  const [later, setLater] = useState<{ items: Item[]; cursor: string | null } | null>(null)
  const [busy, setBusy] = useState(false)
  const [chosen, setChosen] = useState<Item[]>([])

  if (first.status === 'loading') return <p className="py-6 text-small text-soft">Fetching the list</p>
  if (first.status === 'failed') {
    return (
      <div className="mt-6">
        <FailureNote failure={first.failure}>
          <button type="button" className="button-plain" onClick={again}>
            Try again
          </button>
        </FailureNote>
      </div>
    )
  }
  const items = [...first.value.items, ...(later?.items ?? [])]
  const cursor = later ? later.cursor : first.value.nextCursor

  async function more(): Promise<void> {
    setBusy(true)
    const next = await api.items({ ...query, cursor }).catch(() => null)
    if (next) setLater({ items: [...(later?.items ?? []), ...next.items], cursor: next.nextCursor })
    setBusy(false)
  }

  function choose(item: Item, yes: boolean): void {
    setChosen((now) => (yes ? [...now, item] : now.filter((other) => other.itemId !== item.itemId)))
  }

  return (
    <>
      {items.length === 0 && (
        <p className="py-6 text-base text-soft">Nothing on file fits. Try fewer words, or another category.</p>
      )}
      <ul className="mt-4 border-t-2 border-ink">
        {items.map((item) => {
          const picked = chosen.some((other) => other.itemId === item.itemId)
          return (
            <li key={item.itemId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3">
              <Plate name={item.name} size="small" />
              <div className="min-w-40 flex-1">
                <h2 className="font-serif text-prose leading-snug font-medium">
                  <Link href={`/items/${item.itemId}`} className="line-clamp-2 hover:text-accent hover:underline">
                    <span dir="auto">{item.name}</span>
                  </Link>
                </h2>
                <p className="flex flex-wrap gap-x-3 text-small text-soft">
                  <span>{item.price ? money(item.price) : 'price unknown'}</span>
                  {!category && <span>{item.category}</span>}
                  {item.source === 'sample' && <span className="text-faint">invented sample</span>}
                </p>
              </div>
              <RatingFigure rating={item.rating} />
              <label className="screen-only flex min-h-8 cursor-pointer items-center gap-2 text-small text-soft">
                <input
                  type="checkbox"
                  checked={picked}
                  disabled={!picked && chosen.length >= MOST}
                  onChange={(event) => choose(item, event.target.checked)}
                  className="size-4 accent-(--accent)"
                />
                compare<span className="sr-only"> {item.name}</span>
              </label>
            </li>
          )
        })}
      </ul>
      {cursor !== null && <LoadMore onMore={() => void more()} busy={busy} />}
      {chosen.length > 0 && <CompareTray items={chosen} onClear={() => setChosen([])} />}
    </>
  )
}

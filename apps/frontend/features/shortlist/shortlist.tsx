import type { ShortlistData } from '@reviewguide/contracts'
import { ShortlistCard } from './shortlist-card.tsx'

/** The ranked items, best first, like the results of a test. */
export function Shortlist({ data }: { data: ShortlistData }) {
  if (data.items.length === 0) return null
  return (
    <div className="mt-7 border-t-2 border-ink">
      <ol aria-label="Shortlist">
        {data.items.map((item) => (
          <ShortlistCard key={item.itemId} item={item} alone={data.items.length === 1} />
        ))}
      </ol>
    </div>
  )
}

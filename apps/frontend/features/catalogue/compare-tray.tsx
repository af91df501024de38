import type { Item } from '@reviewguide/contracts'
import Link from 'next/link'

/** What has been chosen for a comparison, and the way to it. */
export function CompareTray({ items, onClear }: { items: Item[]; onClear(): void }) {
  const ids = items.map((item) => item.itemId).join(',')
  return (
    <div className="screen-only sticky bottom-0 -mx-4 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t-2 border-ink bg-paper px-4 py-3 text-small sm:mx-0 sm:px-0">
      <p className="min-w-0 flex-1 truncate" dir="auto">
        {items.map((item) => item.name).join(', ')}
      </p>
      <button type="button" className="press" onClick={onClear}>
        Clear
      </button>
      {items.length > 1 ? (
        <Link
          href={`/compare?items=${ids}`}
          className="rounded-[3px] bg-accent px-4 py-2 font-semibold text-on-accent hover:bg-accent-firm"
        >
          Compare {items.length}
        </Link>
      ) : (
        <span className="text-soft">choose one more</span>
      )}
    </div>
  )
}

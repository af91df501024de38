import type { ShortlistData } from '@reviewguide/contracts'
import Link from 'next/link'

/** What fell out at a limit, and why, as far as the text has not said it: named, so that nobody wonders. */
export function LeftOut({ items, text }: { items: ShortlistData['leftOut']; text: string }) {
  const unsaid = items.filter((item) => !text.includes(item.name))
  if (unsaid.length === 0) return null
  return (
    <section aria-label="Left out" className="mt-6 border-t border-rule pt-3 text-small text-soft">
      <span className="kicker mr-2 text-faint">Left out</span>
      {unsaid.map((item, index) => (
        <span key={item.itemId}>
          {index > 0 && '; '}
          <Link href={`/items/${item.itemId}`} className="press" dir="auto">
            {item.name}
          </Link>
          : {item.reason}
        </span>
      ))}
      .
    </section>
  )
}

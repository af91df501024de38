import type { Category, Kind } from '@reviewguide/contracts'
import Link from 'next/link'
import { count, counted } from '../../lib/words.ts'

const kinds: Record<Kind, string> = { product: 'Products', place: 'Places', service: 'Services' }

/** What is on file, set like a table of contents. */
export function Shelf({ categories }: { categories: Category[] }) {
  const everySample = categories.every((category) => category.sample)
  return (
    <section aria-labelledby="shelf">
      <h2 id="shelf" className="kicker text-faint">
        What can be asked about
      </h2>
      <div className="mt-2 border-t-2 border-ink">
        {(Object.keys(kinds) as Kind[]).map((kind) => {
          const entries = categories.filter((category) => category.kind === kind)
          if (entries.length === 0) return null
          return (
            <div key={kind} className="border-b border-rule py-2.5">
              <h3 className="text-small text-faint">{kinds[kind]}</h3>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.category} className="py-1.5">
                    <p className="flex items-baseline gap-2">
                      <Link
                        href={`/browse?category=${encodeURIComponent(entry.category)}`}
                        className="min-w-0 font-serif text-prose text-accent hover:underline"
                      >
                        <span dir="auto">{entry.category}</span>
                      </Link>
                      {entry.sample && !everySample && <span className="text-kicker text-faint">invented</span>}
                      <span aria-hidden className="leader" />
                      <span className="text-small whitespace-nowrap text-soft">
                        {counted(entry.items, 'item')}, {count(entry.reviews)}{' '}
                        <span className="max-sm:sr-only">{entry.reviews === 1 ? 'review' : 'reviews'}</span>
                        <span aria-hidden className="sm:hidden">
                          rev.
                        </span>
                      </span>
                    </p>
                    {entry.aspects.length > 0 && (
                      <p className="truncate text-kicker text-soft">{entry.aspects.slice(0, 4).join(', ')}</p>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </section>
  )
}

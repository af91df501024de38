import type { ItemDetail } from '@reviewguide/contracts'
import Link from 'next/link'
import { Histogram } from '../../components/histogram.tsx'
import { Plate } from '../../components/plate.tsx'
import { count, counted, FEW, money, stars } from '../../lib/words.ts'

/** An item's name, what is known of it, and its rating with the spread of its stars. */
export function ItemHeader({ item }: { item: ItemDetail }) {
  const attributes = Object.entries(item.attributes)
  return (
    <header className="grid gap-x-12 gap-y-6 border-b-2 border-ink pb-7 margin:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex flex-wrap gap-5 sm:flex-nowrap">
        <Plate name={item.name} size="large" />
        <div className="min-w-0">
          <p className="kicker text-faint">
            <Link
              href={`/browse?category=${encodeURIComponent(item.category)}`}
              className="hover:text-accent hover:underline"
            >
              {item.category}
            </Link>
          </p>
          <h1 dir="auto" className="mt-1 font-serif text-display font-medium break-words">
            {item.name}
          </h1>
          <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-base text-soft">
            <span className="font-semibold text-ink">{item.price ? money(item.price) : 'price unknown'}</span>
            {item.brand && <span dir="auto">{item.brand}</span>}
            {attributes.slice(0, 6).map(([name, value]) => (
              <span key={name} dir="auto">
                {value === true ? name : value === false ? `no ${name}` : `${name} ${value}`}
              </span>
            ))}
          </p>
          {item.source === 'sample' && (
            <p className="mt-3 inline-block border border-rule-firm px-2 py-0.5 text-small text-soft">
              Invented sample: neither the item nor its reviews exist.
            </p>
          )}
        </div>
      </div>
      <Ratings item={item} />
    </header>
  )
}

function Ratings({ item: { rating } }: { item: ItemDetail }) {
  if (rating.count === 0 || rating.adjusted === null) return <p className="text-base text-soft">No ratings yet</p>
  return (
    <section aria-label="Rating" className="flex items-end gap-6">
      <div>
        <p className="font-serif text-display leading-none">
          {stars(rating.adjusted)}
          <span className="font-sans text-small text-faint"> / 5 adjusted</span>
        </p>
        <p className="mt-2 text-small text-soft">
          {rating.mean !== null && `${stars(rating.mean)} plain mean, `}
          {rating.count < FEW ? `only ${counted(rating.count, 'review')}` : counted(rating.count, 'review')}
        </p>
      </div>
      <div>
        <Histogram rating={rating} className="h-[4.5rem] w-40" />
        <p aria-hidden className="mt-1 grid w-40 grid-cols-5 text-center text-kicker text-soft">
          {rating.histogram.map((amount, index) => (
            <span key={`star-${index + 1}`} className="leading-tight">
              {count(amount)}
              <br />
              <span className="text-faint">{index + 1}★</span>
            </span>
          ))}
        </p>
      </div>
    </section>
  )
}

import type { ShortlistItem } from '@reviewguide/contracts'
import Link from 'next/link'
import { CitedText } from '../../components/cited-text.tsx'
import { Plate } from '../../components/plate.tsx'
import { RatingFigure } from '../../components/rating-figure.tsx'
import { Sureness } from '../../components/sureness.tsx'
import { money } from '../../lib/words.ts'
import { AspectRows } from './aspect-rows.tsx'

/** One item of the shortlist: what it is, how it is rated, what is said for and against it. One that stands alone has no rank. */
export function ShortlistCard({ item, alone }: { item: ShortlistItem; alone: boolean }) {
  const [reason] = item.reasons
  const [caution] = item.cautions
  return (
    <li className="border-b border-rule py-5 last:border-b-0">
      <article className={alone ? '' : 'grid gap-x-5 gap-y-4 sm:grid-cols-[2.25rem_minmax(0,1fr)]'}>
        {!alone && (
          <p aria-hidden className="hidden font-serif text-display leading-none text-faint sm:block">
            {item.rank}
          </p>
        )}
        <div className="min-w-0">
          <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
            <Plate name={item.name} />
            <div className="min-w-48 flex-1">
              {item.kicker && <p className="kicker mb-0.5 text-accent">{item.kicker}</p>}
              <h3 className="font-serif text-title font-medium">
                <Link
                  href={`/items/${item.itemId}`}
                  data-card
                  className="line-clamp-3 decoration-accent decoration-1 underline-offset-4 hover:text-accent hover:underline"
                >
                  {!alone && <span className="font-normal text-faint sm:sr-only">{item.rank}. </span>}
                  <span dir="auto">{item.name}</span>
                </Link>
              </h3>
              <p className="mt-0.5 flex flex-wrap gap-x-3 text-small text-soft">
                <span className="font-semibold text-ink">{item.price ? money(item.price) : 'price unknown'}</span>
                {item.brand && !item.name.startsWith(item.brand) && <span dir="auto">{item.brand}</span>}
                <Sureness confidence={item.confidence} />
                {item.sample && <span className="text-faint">invented sample</span>}
              </p>
            </div>
            <RatingFigure rating={item.rating} />
          </header>
          {item.aspects.length > 0 && <AspectRows itemId={item.itemId} aspects={item.aspects.slice(0, 5)} />}
          {(reason || caution) && (
            <dl className="mt-4 grid gap-x-6 gap-y-2 text-base sm:grid-cols-2">
              {reason && (
                <div>
                  <dt className="kicker text-for">For it</dt>
                  <dd className="mt-0.5">
                    <CitedText {...reason} />
                  </dd>
                </div>
              )}
              {caution && (
                <div>
                  <dt className="kicker text-against">Against it</dt>
                  <dd className="mt-0.5">
                    <CitedText {...caution} />
                  </dd>
                </div>
              )}
            </dl>
          )}
        </div>
      </article>
    </li>
  )
}

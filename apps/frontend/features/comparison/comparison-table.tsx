'use client'

import type { ComparisonData } from '@reviewguide/contracts'
import Link from 'next/link'
import { AspectBar } from '../../components/aspect-bar.tsx'
import { Citation } from '../../components/citation.tsx'
import { Histogram } from '../../components/histogram.tsx'
import { Sureness } from '../../components/sureness.tsx'
import { count, counted, money, stars } from '../../lib/words.ts'

/** Items side by side, aspect by aspect. Scrolls within itself where it is wider than the page. */
export function ComparisonTable({ data }: { data: ComparisonData }) {
  return (
    <section
      aria-label="Comparison"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard to be scrolled by it
      tabIndex={0}
      className="mt-8 overflow-x-auto border-t-2 border-ink print:overflow-visible"
    >
      <table className="w-full border-collapse border-b border-rule text-small">
        <thead>
          <tr className="align-bottom">
            <th scope="col" className="sticky left-0 z-10 min-w-24 bg-paper py-3 pr-3 text-left">
              <span className="sr-only">Aspect</span>
            </th>
            {data.items.map((item) => (
              <th key={item.itemId} scope="col" className="max-w-56 min-w-36 px-3 py-3 text-left align-top font-normal">
                <Link
                  href={`/items/${item.itemId}`}
                  className="line-clamp-3 font-serif text-prose leading-tight font-medium hover:text-accent hover:underline"
                >
                  <span dir="auto">{item.name}</span>
                </Link>
                <span className="mt-1 block text-soft">{item.price ? money(item.price) : 'price unknown'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="border-t border-rule align-top">
            <RowHead>rating</RowHead>
            {data.items.map(({ itemId, rating, confidence }) => (
              <td key={itemId} className="px-3 py-2.5">
                <span className="flex items-end gap-2">
                  <span className="font-serif text-title leading-none">
                    {rating.adjusted === null ? '–' : stars(rating.adjusted)}
                  </span>
                  <Histogram rating={rating} className="h-6 w-14" />
                </span>
                <span className="mt-1 flex flex-wrap gap-x-2 text-kicker text-soft">
                  {counted(rating.count, 'review')} <Sureness confidence={confidence} />
                </span>
              </td>
            ))}
          </tr>
          {data.aspects.map(({ aspect, cells }) => (
            <tr key={aspect} className="border-t border-rule">
              <RowHead>{aspect}</RowHead>
              {data.items.map((item, index) => {
                const cell = cells[index]
                return (
                  <td key={item.itemId} className="px-3 py-2.5">
                    {cell ? (
                      <>
                        <AspectBar aspect={cell} />
                        <span className="mt-0.5 block pl-9 text-kicker text-soft">
                          of {count(cell.mentions)}
                          {cell.evidence.map((n) => (
                            <Citation key={n} n={n} />
                          ))}
                        </span>
                      </>
                    ) : (
                      <span className="text-faint">not mentioned</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RowHead({ children }: { children: string }) {
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 border-r border-rule bg-paper py-2.5 pr-3 text-left align-middle font-semibold"
    >
      {children}
    </th>
  )
}

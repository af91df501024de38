'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { FailureNote } from '../../components/failure-note.tsx'
import { api } from '../../lib/api.ts'
import { useResource } from '../../lib/use-resource.ts'
import { ComparisonTable } from './comparison-table.tsx'

/** Two to six items side by side, without a question. */
export function ComparePage() {
  const ids = (useSearchParams().get('items') ?? '').split(',').filter(Boolean)
  const enough = ids.length > 1
  const table = useResource(enough ? ids.join(',') : null, (signal) => api.compare(ids, signal))
  return (
    <div className="mx-auto w-full max-w-5xl pt-8 pb-16 sm:pt-12">
      <h1 className="font-serif text-display font-medium">Side by side</h1>
      {!enough && (
        <p className="mt-3 text-base text-soft">
          Choose two or more items on{' '}
          <Link href="/browse" className="press">
            the list of everything on file
          </Link>
          .
        </p>
      )}
      {enough && table.status === 'loading' && <p className="mt-6 text-small text-soft">Counting</p>}
      {table.status === 'failed' && (
        <div className="mt-6">
          <FailureNote failure={table.failure}>
            <button type="button" className="button-plain" onClick={table.again}>
              Try again
            </button>
          </FailureNote>
        </div>
      )}
      {table.status === 'ready' && <ComparisonTable data={table.value} />}
    </div>
  )
}

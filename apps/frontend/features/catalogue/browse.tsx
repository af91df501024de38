'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { FailureNote } from '../../components/failure-note.tsx'
import { api } from '../../lib/api.ts'
import { useResource } from '../../lib/use-resource.ts'
import { BrowseList } from './browse-list.tsx'
import { SearchField } from './search-field.tsx'

/** Everything on file, by category or by words. */
export function Browse() {
  const category = useSearchParams().get('category') ?? undefined
  const [words, setWords] = useState('')
  const overview = useResource('overview', (signal) => api.overview(signal))
  const names = overview.status === 'ready' ? overview.value.categories.map((entry) => entry.category) : []

  return (
    <div className="mx-auto w-full max-w-4xl pt-8 pb-16 sm:pt-12">
      <h1 className="font-serif text-display font-medium">Everything on file</h1>
      <SearchField onSearch={setWords} />
      <nav aria-label="Categories" className="mt-4 flex min-h-7 flex-wrap gap-x-5 gap-y-1 text-small">
        {names.length > 0 && <CategoryLink current={category === undefined}>All</CategoryLink>}
        {names.map((name) => (
          <CategoryLink key={name} category={name} current={name === category}>
            {name}
          </CategoryLink>
        ))}
      </nav>
      {overview.status === 'failed' && (
        <div className="mt-6">
          <FailureNote failure={overview.failure}>
            <button type="button" className="button-plain" onClick={overview.again}>
              Try again
            </button>
          </FailureNote>
        </div>
      )}
      {overview.status !== 'failed' && <BrowseList key={`${category} ${words}`} category={category} words={words} />}
    </div>
  )
}

function CategoryLink({ category, current, children }: { category?: string; current: boolean; children: string }) {
  return (
    <Link
      href={category ? `/browse?category=${encodeURIComponent(category)}` : '/browse'}
      aria-current={current ? 'page' : undefined}
      className="text-accent underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline"
    >
      {children}
    </Link>
  )
}

'use client'

import type { CorpusOverview } from '@reviewguide/contracts'
import { useEffect } from 'react'
import { FailureNote } from '../../components/failure-note.tsx'
import { QuestionBox } from '../../components/question-box.tsx'
import { api } from '../../lib/api.ts'
import { useAskNew } from '../../lib/use-ask-new.ts'
import { type Resource, useResource } from '../../lib/use-resource.ts'
import { count, counted } from '../../lib/words.ts'
import { EmptyCorpus } from './empty-corpus.tsx'
import { Examples } from './examples.tsx'
import { Shelf } from './shelf.tsx'

/** The front page: what this is, where to ask, and what can be asked about. */
export function Home() {
  const ask = useAskNew()
  const overview = useResource('overview', (signal) => api.overview(signal))
  useRetryWhileAway(overview)
  const corpus = overview.status === 'ready' ? overview.value : null

  return (
    <div className="mx-auto w-full max-w-5xl pt-10 pb-16 sm:pt-20">
      <div className="mx-auto max-w-3xl">
        <h1 className="font-serif text-display font-medium text-balance sm:text-center">
          Ask what to buy, book or use. The answer comes from reviews, and shows the sentence behind every claim.
        </h1>
        <div className="mt-7 sm:mt-9">
          <QuestionBox
            startFocused
            onAsk={ask}
            label="Your question"
            placeholder="best earbuds for running under $100"
          />
        </div>
        <p className="mt-3 min-h-6 text-small text-soft sm:text-center">
          {corpus &&
            corpus.reviews > 0 &&
            `${counted(corpus.reviews, 'review')} of ${counted(corpus.items, 'item')} on file.`}
          {corpus && <SampleLine corpus={corpus} />}
        </p>
      </div>
      {overview.status === 'failed' && (
        <div className="mx-auto mt-10 max-w-3xl">
          <FailureNote failure={overview.failure}>
            <button type="button" className="button-plain" onClick={overview.again}>
              Try again
            </button>
          </FailureNote>
        </div>
      )}
      {corpus?.reviews === 0 && <EmptyCorpus />}
      {corpus && corpus.reviews > 0 && (
        <div className="mt-12 grid gap-x-14 gap-y-12 margin:grid-cols-2 motion-safe:animate-fade">
          <Examples questions={corpus.examples} onAsk={ask} />
          <Shelf categories={corpus.categories} />
        </div>
      )}
    </div>
  )
}

/** A page that was opened while the server was starting fills itself. */
function useRetryWhileAway(resource: Resource<unknown> & { again(): void }): void {
  const { again } = resource
  const failure = resource.status === 'failed' ? resource.failure : null
  useEffect(() => {
    if (!failure?.retryable) return
    const timer = setTimeout(again, 4000)
    return () => clearTimeout(timer)
  }, [failure, again])
}

/** Says that the sample is invented, and how far that goes. */
function SampleLine({ corpus }: { corpus: CorpusOverview }) {
  const sample = corpus.categories.filter((category) => category.sample)
  if (sample.length === 0) return null
  const all = sample.length === corpus.categories.length
  return (
    <strong className="font-semibold text-ink">
      {' '}
      {all
        ? 'They are a sample: items, people and reviews are all invented.'
        : `${count(sample.length)} of ${counted(corpus.categories.length, 'category', 'categories')} are an invented sample, marked below.`}
    </strong>
  )
}

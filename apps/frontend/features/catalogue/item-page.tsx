'use client'

import { FailureNote } from '../../components/failure-note.tsx'
import { QuestionBox } from '../../components/question-box.tsx'
import { Screening } from '../../components/screening.tsx'
import { api } from '../../lib/api.ts'
import { useAskNew } from '../../lib/use-ask-new.ts'
import { useResource } from '../../lib/use-resource.ts'
import { ItemAspects } from './item-aspects.tsx'
import { ItemHeader } from './item-header.tsx'
import { ItemReviews } from './item-reviews.tsx'
import { useReviewFilter } from './use-review-filter.ts'

/** Everything on one item: its rating, each aspect for and against, its reviews. */
export function ItemPage({ itemId }: { itemId: string }) {
  const item = useResource(itemId, (signal) => api.item(itemId, signal))
  const filter = useReviewFilter()
  const ask = useAskNew()

  if (item.status === 'loading') return <p className="pt-16 text-small text-soft">Fetching the item</p>
  if (item.status === 'failed') {
    return (
      <div className="mx-auto w-full max-w-3xl pt-16">
        <FailureNote failure={item.failure} page>
          {item.failure.retryable && (
            <button type="button" className="button-plain" onClick={item.again}>
              Try again
            </button>
          )}
        </FailureNote>
      </div>
    )
  }
  const { name, aspects, rating, trust } = item.value
  return (
    <div className="mx-auto w-full max-w-6xl pt-8 pb-16 sm:pt-12">
      <ItemHeader item={item.value} />
      <div className="mt-10 grid gap-x-12 gap-y-10 margin:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
        <div>
          <ItemAspects
            aspects={aspects}
            chosen={filter.aspect}
            onChoose={(aspect) => filter.set({ aspect, side: 'all' })}
          />
          {trust && trust.reviews > 0 && (
            <section aria-labelledby="screening" className="mt-9">
              <h2 id="screening" className="mb-2.5 border-b border-rule pb-2 font-serif text-title font-medium">
                How far its reviews are believed
              </h2>
              <Screening trust={trust} adjusted={rating.adjusted} />
            </section>
          )}
          <div className="screen-only mt-8">
            <p className="kicker mb-2 text-faint">Ask about it</p>
            <QuestionBox
              onAsk={(question) => ask(about(name, question))}
              label={`Ask about ${name}`}
              placeholder="is it any good?"
            />
          </div>
        </div>
        <ItemReviews itemId={itemId} filter={filter} />
      </div>
    </div>
  )
}

/** The question as it stands by itself: in a chat of its own, "is it any good?" is about nothing. */
function about(name: string, question: string): string {
  return question.toLocaleLowerCase().includes(name.toLocaleLowerCase()) ? question : `${name}: ${question}`
}

import type { ItemTrust } from '@reviewguide/contracts'
import { signalWords } from '../lib/signal-words.ts'
import { count, counted, stars } from '../lib/words.ts'

/** How an item's reviews were screened: its rating before and after, how many are doubted for what, and what there was not enough data for. */
export function Screening({ trust, adjusted }: { trust: ItemTrust; adjusted: number | null }) {
  const { reviews, lowered, belowHalf, signals, ratingBefore, ratingAfter, unjudged } = trust
  if (reviews === 0) return null
  return (
    <div className="text-small text-soft">
      {ratingBefore !== null && ratingAfter !== null && (
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-b border-rule pb-2.5">
          <Figure term="Plain mean of the stars" value={ratingBefore} />
          <Figure term="Each review by its trust" value={ratingAfter} />
          {adjusted !== null && <Figure term="Drawn towards the category’s mean" value={adjusted} />}
        </dl>
      )}
      <p className="mt-2.5">
        {lowered === 0
          ? `Nothing speaks against ${reviews === 1 ? 'its one review' : `any of its ${count(reviews)} reviews`}.`
          : `${count(lowered)} of ${counted(reviews, 'review')} ${lowered === 1 ? 'counts' : 'count'} less than fully, ${belowHalf === 0 ? 'none of them' : count(belowHalf)} less than half.`}
      </p>
      {signals.length > 0 && (
        <ul className="mt-2 grid gap-y-1">
          {signals.map((signal) => (
            <li key={signal.name} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
              <span className="text-right font-semibold text-ink tabular-nums">{count(signal.reviews)}</span>
              <span>{signalWords(signal.name)}</span>
            </li>
          ))}
        </ul>
      )}
      {unjudged.length > 0 && (
        <p className="mt-2.5 text-faint">
          Not enough data to judge {unjudged.map(({ text }) => text).join('; ')}. What is missing lowers nothing.
        </p>
      )}
    </div>
  )
}

function Figure({ term, value }: { term: string; value: number }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="text-right font-semibold text-ink tabular-nums">{stars(value)}</dd>
    </>
  )
}

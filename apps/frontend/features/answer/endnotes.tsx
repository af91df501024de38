import type { EvidenceData } from '@reviewguide/contracts'
import { counted, day } from '../../lib/words.ts'

/** On paper nothing opens: there the quotes stand below the answer. */
export function Endnotes({ evidence }: { evidence: Map<number, EvidenceData> }) {
  if (evidence.size === 0) return null
  return (
    <section className="mt-6 hidden border-t border-rule pt-3 print:block">
      <h3 className="kicker">Evidence</h3>
      <ol className="mt-2 grid gap-1.5 text-small">
        {[...evidence.values()].map(({ n, quote, itemName, rating, writtenAt, source }) => (
          <li key={n} className="flex gap-2">
            <span className="w-6 shrink-0 text-right font-semibold">{n}</span>
            <span>
              <q dir="auto" className="font-serif">
                {quote}
              </q>{' '}
              {[
                itemName,
                rating && counted(rating, 'star'),
                writtenAt && day(writtenAt),
                source.name === 'sample' ? 'invented sample' : source.name,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

import type { Confidence } from '@reviewguide/contracts'
import { sureness } from '../lib/words.ts'

const filled = { low: 1, medium: 2, high: 3 }

/** How sure we are: three marks and the word. */
export function Sureness({ confidence }: { confidence: Confidence }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span aria-hidden className="inline-flex gap-0.5">
        {[1, 2, 3].map((mark) => (
          <span
            key={mark}
            className={`inline-block h-2 w-1 border border-soft ${mark <= filled[confidence.level] ? 'bg-soft' : 'bg-transparent'}`}
          />
        ))}
      </span>
      {sureness[confidence.level]}
    </span>
  )
}

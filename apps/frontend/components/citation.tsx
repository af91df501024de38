'use client'

import { Tooltip } from 'radix-ui'
import { useEvidence } from '../lib/evidence-context.tsx'
import { day } from '../lib/words.ts'
import { Stars } from './stars.tsx'

/** A numeral that shows its quote on hover or focus, and opens its review when pressed. */
export function Citation({ n }: { n: number }) {
  const access = useEvidence()
  const evidence = access?.lookup(n)
  if (!access || !evidence) return <span className="cite-chip text-faint">{n}</span>
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          data-cite={n}
          className="cite-chip cite-chip-live"
          aria-label={`Evidence ${n}: ${evidence.quote}`}
          onClick={() => access.open(n)}
        >
          {n}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          collisionPadding={12}
          className="screen-only z-50 max-w-xs rounded-[3px] border border-rule bg-sheet p-3 text-ink shadow-lift"
        >
          <p dir="auto" className="line-clamp-6 font-serif text-base leading-snug">
            “{evidence.quote}”
          </p>
          <p className="mt-1.5 flex flex-wrap gap-x-2 text-kicker text-soft">
            <span>{evidence.itemName}</span>
            {evidence.rating !== undefined && <Stars rating={evidence.rating} />}
            {evidence.writtenAt && <span>{day(evidence.writtenAt)}</span>}
          </p>
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

'use client'

import type { CitedAspect, ItemId } from '@reviewguide/contracts'
import { AspectBar } from '../../components/aspect-bar.tsx'
import { useEvidence } from '../../lib/evidence-context.tsx'
import { count, FEW } from '../../lib/words.ts'

/** The aspects that were looked at, as bars; pressing one opens everything that the reviews say on it. */
export function AspectRows({ itemId, aspects }: { itemId: ItemId; aspects: CitedAspect[] }) {
  const access = useEvidence()
  return (
    <div className="mt-4">
      <p
        aria-hidden
        className="grid grid-cols-[6.25rem_1.75rem_minmax(0,1fr)_1.75rem_2.75rem] gap-2 text-kicker text-faint sm:grid-cols-[8.5rem_1.75rem_minmax(0,1fr)_1.75rem_5.5rem]"
      >
        <span />
        <span className="text-right">for</span>
        <span />
        <span className="whitespace-nowrap">against</span>
      </p>
      <ul className="grid gap-0.5">
        {aspects.map((aspect) => (
          <li key={aspect.aspect}>
            <button
              type="button"
              onClick={() => access?.openAspect(itemId, aspect.aspect)}
              className="grid w-full grid-cols-[6.25rem_minmax(0,1fr)_2.75rem] items-center gap-x-2 py-1 text-left text-small hover:bg-shade sm:grid-cols-[8.5rem_minmax(0,1fr)_5.5rem]"
            >
              <span className="truncate">{aspect.aspect}</span>
              <AspectBar aspect={aspect} />
              <span aria-hidden className="text-kicker text-soft">
                {aspect.mentions < FEW ? `only ${count(aspect.mentions)}` : `of ${count(aspect.mentions)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

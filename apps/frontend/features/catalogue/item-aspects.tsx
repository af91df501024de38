'use client'

import type { AspectCount } from '@reviewguide/contracts'
import { useState } from 'react'
import { AspectBar } from '../../components/aspect-bar.tsx'
import { count, FEW } from '../../lib/words.ts'

/** The rest are mentioned so seldom that they would only push the reviews out of sight. */
const FIRST = 10

interface ItemAspectsProps {
  aspects: AspectCount[]
  chosen?: string
  onChoose(aspect: string | undefined): void
}

/** Every aspect that the reviews speak of, most mentioned first; pressing one shows the reviews behind its figures. */
export function ItemAspects({ aspects, chosen, onChoose }: ItemAspectsProps) {
  const [all, setAll] = useState(false)
  const shown = aspects.filter((aspect, index) => all || index < FIRST || aspect.aspect === chosen)
  return (
    <section aria-labelledby="aspects">
      <h2 id="aspects" className="font-serif text-title font-medium">
        For and against
      </h2>
      {aspects.length === 0 && <p className="mt-2 text-base text-soft">Its reviews speak of nothing in particular.</p>}
      <ul className="mt-2 border-t border-rule">
        {shown.map((aspect) => (
          <li key={aspect.aspect} className="border-b border-rule">
            <button
              type="button"
              aria-pressed={chosen === aspect.aspect}
              onClick={() => onChoose(chosen === aspect.aspect ? undefined : aspect.aspect)}
              className="group w-full border-l-2 border-transparent py-2 pl-2.5 text-left hover:bg-shade aria-pressed:border-accent aria-pressed:bg-sheet"
            >
              <span className="flex items-baseline justify-between gap-3 text-small">
                <span className="group-hover:text-accent group-aria-pressed:font-semibold">{aspect.aspect}</span>
                <span className="text-kicker text-soft">
                  {aspect.mentions < FEW && 'only '}
                  {count(aspect.mentions)} {aspect.mentions === 1 ? 'mention' : 'mentions'}
                </span>
              </span>
              <span className="mt-1 block">
                <AspectBar aspect={aspect} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {aspects.length > FIRST && (
        <button
          type="button"
          onClick={() => setAll(!all)}
          aria-expanded={all}
          className="press screen-only mt-3 text-small"
        >
          {all ? 'Show fewer aspects' : `Show all ${aspects.length} aspects`}
        </button>
      )}
    </section>
  )
}

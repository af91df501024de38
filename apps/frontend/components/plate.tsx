import { initials } from '../lib/words.ts'

const sizes = { small: 'size-10 text-base', medium: 'size-14 text-title', large: 'size-20 text-display' }

/** Stands where others put a photograph: the item's initials, set like a plate in a catalogue. */
export function Plate({ name, size = 'medium' }: { name: string; size?: keyof typeof sizes }) {
  return (
    <div
      aria-hidden
      className={`${sizes[size]} grid shrink-0 place-items-center border border-rule-firm bg-sheet font-serif text-soft italic outline-1 -outline-offset-4 outline-rule`}
    >
      <span className="-translate-y-px tracking-wide">{initials(name)}</span>
    </div>
  )
}

export type Side = 'all' | 'positive' | 'negative'

const sides: { side: Side; text: string }[] = [
  { side: 'all', text: 'Both sides' },
  { side: 'positive', text: 'For' },
  { side: 'negative', text: 'Against' },
]

/** Chooses whose reviews are shown. */
export function SideTabs({ side, onSide }: { side: Side; onSide(side: Side): void }) {
  return (
    <fieldset className="screen-only mt-4 flex border-b border-rule-firm">
      <legend className="sr-only">Which side</legend>
      {sides.map((choice) => (
        <button
          key={choice.side}
          type="button"
          aria-pressed={side === choice.side}
          onClick={() => onSide(choice.side)}
          className="-mb-px border-b-2 border-transparent px-3 py-1.5 text-small text-soft hover:text-accent aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {choice.text}
        </button>
      ))}
    </fieldset>
  )
}

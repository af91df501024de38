import type { UnderstoodChip } from '@reviewguide/contracts'

interface UnderstoodProps {
  chips: UnderstoodChip[]
  /** Asks again without a part; absent where the answer is only read. */
  onAsk?: ((question: string) => void) | undefined
}

/** What the question was taken to mean, part by part. Pressing one asks the same again without it, as a message like any other. */
export function Understood({ chips, onAsk }: UnderstoodProps) {
  return (
    <ul aria-label="Understood as" className="mt-1 mb-2 flex flex-wrap gap-x-1.5 gap-y-1.5 text-small">
      {chips.map(({ kind, label, without }) => (
        <li key={`${kind} ${label}`} dir="auto" className="max-w-full border border-rule text-soft">
          {onAsk && without ? (
            <button
              type="button"
              title={`Ask again: “${without}”`}
              onClick={() => onAsk(without)}
              className="group flex min-h-8 max-w-full items-center gap-1.5 px-2 hover:bg-shade hover:text-ink"
            >
              <span className="truncate">{label}</span>
              <span className="sr-only">: ask again without it</span>
              <span aria-hidden className="screen-only text-faint group-hover:text-accent">
                ×
              </span>
            </button>
          ) : (
            <span className="flex min-h-8 items-center px-2">
              <span className="truncate">{label}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

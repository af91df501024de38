import type { Trust } from '@reviewguide/contracts'

/** What we make of a review's trust, and why. */
export function TrustNote({ trust, open }: { trust: Trust; open: boolean }) {
  const percent = Math.round(trust.weight * 100)
  return (
    <details className="group text-small text-soft" open={open}>
      <summary className="flex list-none items-center gap-2 hover:text-accent">
        <span aria-hidden className="w-1.5 text-center transition-transform group-open:rotate-90">
          ›
        </span>
        Counted at {percent}% of full weight
        <span aria-hidden className="h-1.5 w-16 bg-rule">
          <span className="block h-full bg-soft" style={{ width: `${percent}%` }} />
        </span>
      </summary>
      <ul className="mt-1 ml-[3px] border-l border-rule-firm pl-4">
        {trust.signals.length === 0 && <li>Nothing speaks against it.</li>}
        {trust.signals.map((signal) => (
          <li key={signal.name} className="flex justify-between gap-3">
            <span>{signal.text}</span>
            {signal.effect !== 0 && (
              <span className="text-faint">
                {signal.effect < 0 ? '−' : '+'}
                {Math.abs(Math.round(signal.effect * 100))}%
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

import type { MessageVersion } from '@reviewguide/contracts'

interface VersionStepsProps {
  version: MessageVersion
  /** What has versions, for those who do not see where it stands. */
  of: 'question' | 'answer'
  onShow(messageId: string): void
}

/** Steps between the versions of a question or an answer; none is ever lost. */
export function VersionSteps({ version: { index, count, ids }, of, onShow }: VersionStepsProps) {
  const step = (by: -1 | 1, sign: string, label: string) => {
    const next = ids[index - 1 + by]
    return (
      <button
        type="button"
        aria-label={`${label} version of the ${of}`}
        disabled={next === undefined}
        onClick={() => next && onShow(next)}
        className="grid size-8 place-items-center text-accent hover:text-accent-firm disabled:text-rule-firm"
      >
        <span aria-hidden>{sign}</span>
      </button>
    )
  }
  return (
    <span className="inline-flex items-center text-small text-soft">
      {step(-1, '‹', 'Earlier')}
      <span>
        {index} of {count}
      </span>
      {step(1, '›', 'Later')}
    </span>
  )
}

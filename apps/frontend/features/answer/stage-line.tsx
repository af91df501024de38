import type { StageData } from '@reviewguide/contracts'

const doing: Record<StageData['stage'], string> = {
  safety: 'Checking the question',
  understand: 'Understanding the question',
  clarify: 'Looking for what is unclear',
  search: 'Looking for candidates',
  evidence: 'Reading the reviews',
  rank: 'Ranking',
  compose: 'Writing, each sentence checked',
  suggest: 'Thinking of what to ask next',
}

interface StageLineProps {
  stages: StageData[]
  running: boolean
  reconnecting: boolean
}

/** What is being done, in one quiet line; afterwards how it was done, for those who open it. Its height never changes by itself. */
export function StageLine({ stages, running, reconnecting }: StageLineProps) {
  if (!running && stages.length === 0) return null
  if (running) {
    const current = stages.findLast((stage) => stage.status === 'running') ?? stages.findLast((stage) => stage.detail)
    const text = reconnecting
      ? 'The line was lost; looking for it again. Nothing written so far is gone.'
      : current
        ? (current.detail ?? doing[current.stage])
        : 'Asking'
    return (
      <p className="flex min-h-7 items-center gap-2.5 text-small text-soft">
        <span aria-hidden className="size-1.5 shrink-0 animate-pulse rounded-full bg-accent" />
        <span className="min-w-0 truncate">{text}</span>
      </p>
    )
  }
  return (
    <details className="screen-only group text-small text-soft">
      <summary className="flex min-h-7 list-none items-center gap-2.5 hover:text-accent">
        <span aria-hidden className="w-1.5 text-center transition-transform group-open:rotate-90">
          ›
        </span>
        How this was answered
      </summary>
      <ol className="mt-1 mb-3 ml-[3px] border-l border-rule-firm pl-4">
        {stages.map(({ stage, status, detail, ms }) => (
          <li key={stage} className="flex gap-3 py-0.5">
            <span className="w-24 shrink-0 text-ink">{stage}</span>
            <span className="min-w-0 flex-1">{status === 'skipped' ? 'not needed' : (detail ?? 'done')}</span>
            {ms !== undefined && <span className="text-faint">{Math.round(ms)} ms</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}

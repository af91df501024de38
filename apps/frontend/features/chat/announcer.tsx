'use client'

import { answerParts } from '../../lib/answer-parts.ts'
import type { SessionState } from '../../lib/chat-session.ts'
import { spokenText } from '../../lib/citations.ts'
import type { Turn } from '../../lib/turns.ts'

interface AnnouncerProps {
  turn: Turn | undefined
  running: boolean
  state: SessionState
}

/** What a screen reader hears: the stages while they run, then the whole answer once, and never a token. */
export function Announcer({ turn, running, state }: AnnouncerProps) {
  const stages = turn?.answer ? (state.stages[turn.answer.id] ?? []) : []
  // Only an answer that was seen running is news; one that was loaded is read where it stands.
  const text = running ? runningText(stages, state) : stages.length > 0 && turn?.answer ? finishedText(turn) : ''
  return (
    <p role="status" aria-live="polite" className="sr-only print:hidden">
      {text}
    </p>
  )
}

function runningText(stages: SessionState['stages'][string], state: SessionState): string {
  if (state.connection === 'reconnecting') return 'The line was lost. Reconnecting.'
  return stages.findLast((stage) => stage.detail)?.detail ?? 'Asking'
}

function finishedText(turn: Turn): string {
  if (!turn.answer) return ''
  const { verdict, body, metadata } = answerParts(turn.answer)
  const end = metadata.outcome === 'stopped' ? 'Stopped.' : 'End of the answer.'
  return [spokenText(verdict), spokenText(body), end].filter(Boolean).join(' ')
}

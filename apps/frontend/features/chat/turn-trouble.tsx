'use client'

import Link from 'next/link'
import { FailureNote } from '../../components/failure-note.tsx'
import type { ChatSession } from '../../lib/chat-session.ts'
import type { Failure } from '../../lib/failure.ts'

interface TurnTroubleProps {
  session: ChatSession
  failure: Failure | null
  answered: boolean
}

/** Where an answer did not come, or not whole: why, and the way on. */
export function TurnTrouble({ session, failure, answered }: TurnTroubleProps) {
  if (!failure) {
    if (answered) return null
    return (
      <div className="mt-4 text-base text-soft">
        <p>This question has no answer: its run ended before it began to write.</p>
        <button type="button" className="button-plain mt-3" onClick={() => void session.retry()}>
          Ask it again
        </button>
      </div>
    )
  }
  return (
    <div className="screen-only mt-6">
      <FailureNote failure={failure}>
        {failure.code === 'run_active' && <Action onClick={() => session.reload()}>Show that answer</Action>}
        {failure.code === 'connection_lost' && <Action onClick={() => session.reload()}>Look again</Action>}
        {(failure.code === 'not_found' || failure.code === 'chat_full') && (
          <Link href="/" className="button-plain">
            {failure.code === 'chat_full' ? 'Start a new chat' : 'Ask something new'}
          </Link>
        )}
        {failure.retryable && failure.code !== 'run_active' && (
          <Action onClick={() => session.retry()}>Ask it again</Action>
        )}
      </FailureNote>
    </div>
  )
}

function Action({ onClick, children }: { onClick(): Promise<void>; children: string }) {
  return (
    <button type="button" className="button-plain" onClick={() => void onClick()}>
      {children}
    </button>
  )
}

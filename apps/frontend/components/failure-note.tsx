import type { ReactNode } from 'react'
import type { Failure } from '../lib/failure.ts'
import { whenAgain } from '../lib/words.ts'

const titles: Partial<Record<Failure['code'], string>> = {
  not_found: 'Nothing here',
  rate_limited: 'A short pause',
  too_many_runs: 'Still writing for you',
  chat_full: 'This chat is full',
  too_busy: 'Busy at the moment',
  server_away: 'The server is away',
  run_active: 'Still answering',
  connection_lost: 'The line was lost',
  run_timeout: 'That took too long',
  run_interrupted: 'Cut short',
  database_unavailable: 'The reviews are out of reach',
  cache_unavailable: 'The answer is out of reach',
}

interface FailureNoteProps {
  failure: Failure
  /** It is all that the page has, and so the heading of it. */
  page?: boolean
  children?: ReactNode
}

/** Says what went wrong and what can be done about it, at the place where it went wrong. */
export function FailureNote({ failure, page = false, children }: FailureNoteProps) {
  const Title = page ? 'h1' : 'p'
  return (
    <div role="alert" className="border-l-4 border-against bg-sheet px-4 py-3">
      <Title className="font-serif text-title">{titles[failure.code] ?? 'That did not work'}</Title>
      <p className="mt-1 text-base text-soft">
        {failure.code === 'rate_limited' && failure.until
          ? `You can ask again ${whenAgain(failure.until)}.`
          : failure.text}
      </p>
      {children && <div className="mt-3 flex flex-wrap gap-2">{children}</div>}
      {failure.requestId && <p className="mt-2 text-kicker text-faint">Request {failure.requestId}</p>}
    </div>
  )
}

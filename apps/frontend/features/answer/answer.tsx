'use client'

import type { StageData } from '@reviewguide/contracts'
import type { ReactNode } from 'react'
import type { AnswerParts } from '../../lib/answer-parts.ts'
import { moveFocus } from '../../lib/move-focus.ts'
import { settleMarkdown } from '../../lib/settle-markdown.ts'
import { ClarifyingQuestion } from './clarifying-question.tsx'
import { Endnotes } from './endnotes.tsx'
import { Notices } from './notices.tsx'
import { Prose } from './prose.tsx'
import { QuietLine } from './quiet-line.tsx'
import { StageLine } from './stage-line.tsx'
import { Suggestions } from './suggestions.tsx'
import { Understood } from './understood.tsx'

interface AnswerProps {
  parts: AnswerParts
  stages: StageData[]
  running: boolean
  reconnecting: boolean
  /** The last answer of the chat can be gone on from; older ones are only read. */
  latest: boolean
  shortlist: ReactNode
  comparison: ReactNode
  leftOut: ReactNode
  /** Absent where the answer is only read. */
  onAsk?: ((question: string) => void) | undefined
}

/** One answer, from the verdict down to what to ask next. It grows at its end alone. */
export function Answer({
  parts,
  stages,
  running,
  reconnecting,
  latest,
  shortlist,
  comparison,
  leftOut,
  onAsk,
}: AnswerProps) {
  const shown = (text: string) => (running ? settleMarkdown(text) : text)
  const { outcome } = parts.metadata
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the citations and cards within
    <div
      role="group"
      aria-label="Answer"
      aria-busy={running}
      onKeyDown={(event) => ['[data-cite]', '[data-card]'].forEach((kind) => moveFocus(event, kind))}
    >
      <StageLine stages={stages} running={running} reconnecting={reconnecting} />
      {parts.understood.length > 0 && (
        <Understood chips={parts.understood} onAsk={latest && !running ? onAsk : undefined} />
      )}
      {parts.verdict && (
        <div className="verdict mt-3 font-serif text-display">
          <Prose text={shown(parts.verdict)} />
        </div>
      )}
      {parts.verdict && <QuietLine metadata={parts.metadata} expected={running && parts.evidence.size > 0} />}
      {shortlist}
      {parts.body && (
        <div className="prose mt-8 font-serif text-prose">
          <Prose text={shown(parts.body)} />
        </div>
      )}
      {comparison}
      {!running && leftOut}
      <Notices notices={parts.notices} />
      {outcome === 'stopped' && (
        <p className="mt-6 border-l-2 border-rule-firm pl-4 text-small text-soft">You stopped this answer here.</p>
      )}
      <Endnotes evidence={parts.evidence} />
      {latest && !running && onAsk && parts.question && <ClarifyingQuestion question={parts.question} onAsk={onAsk} />}
      {latest && !running && onAsk && parts.suggestions && (
        <Suggestions questions={parts.suggestions.questions} onAsk={onAsk} />
      )}
    </div>
  )
}

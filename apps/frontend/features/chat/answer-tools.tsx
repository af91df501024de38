'use client'

import type { Feedback, MessageVersion } from '@reviewguide/contracts'
import { AnswerFeedback } from './answer-feedback.tsx'
import { VersionSteps } from './version-steps.tsx'

interface AnswerToolsProps {
  version?: MessageVersion | undefined
  feedback?: Feedback | undefined
  onShow(messageId: string): void
  onRegenerate(): void
  onRate(feedback: Feedback | null): Promise<void>
}

/** What can be done with an answer that is written: step through its versions, have it written again, say what one thinks of it. */
export function AnswerTools({ version, feedback, onShow, onRegenerate, onRate }: AnswerToolsProps) {
  return (
    <div className="screen-only mt-8 flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-rule pt-2 text-small text-soft">
      <AnswerFeedback feedback={feedback} onRate={onRate} />
      <span className="ml-auto inline-flex items-center gap-3">
        {version && <VersionSteps version={version} of="answer" onShow={onShow} />}
        <button type="button" onClick={onRegenerate} className="min-h-9 hover:text-accent">
          Answer again
        </button>
      </span>
    </div>
  )
}

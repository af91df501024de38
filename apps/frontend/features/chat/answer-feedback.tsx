'use client'

import { COMMENT_LIMIT, type Feedback, type FeedbackReason } from '@reviewguide/contracts'
import { type FormEvent, useState } from 'react'

const reasons: Record<FeedbackReason, string> = {
  wrong: 'Something is wrong',
  not_what_i_asked: 'Not what I asked',
  something_missing: 'Something is missing',
  quote_does_not_fit: 'A quote does not fit',
  outdated: 'Out of date',
  too_long: 'Too long',
  other: 'Something else',
}

interface AnswerFeedbackProps {
  feedback?: Feedback | undefined
  onRate(feedback: Feedback | null): Promise<void>
}

/** Whether an answer helped, and if not, why; pressed again it is taken back. */
export function AnswerFeedback({ feedback, onRate }: AnswerFeedbackProps) {
  const [failed, setFailed] = useState(false)
  const rate = (next: Feedback | null) => {
    setFailed(false)
    onRate(next).catch(() => setFailed(true))
  }
  const verdictButton = (verdict: Feedback['verdict'], label: string) => (
    <button
      type="button"
      aria-pressed={feedback?.verdict === verdict}
      onClick={() => rate(feedback?.verdict === verdict ? null : { verdict })}
      className="min-h-9 underline-offset-4 hover:text-accent aria-pressed:font-semibold aria-pressed:text-accent aria-pressed:underline"
    >
      {label}
    </button>
  )
  return (
    <>
      <span role="group" aria-label="Did this help?" className="inline-flex items-center gap-3">
        <span>Did this help?</span>
        {verdictButton('up', 'Yes')}
        {verdictButton('down', 'No')}
      </span>
      {failed && (
        <span role="alert" className="text-against">
          That could not be kept.
        </span>
      )}
      {feedback?.verdict === 'down' && <Why key={feedback.reason ?? ''} feedback={feedback} onRate={rate} />}
    </>
  )
}

/** What was not right: one reason, and a sentence for those who have one. */
function Why({ feedback, onRate }: { feedback: Feedback; onRate(feedback: Feedback): void }) {
  const [comment, setComment] = useState(feedback.comment ?? '')
  const kept = comment.trim() === (feedback.comment ?? '')

  function send(event: FormEvent): void {
    event.preventDefault()
    onRate({ ...feedback, comment: comment.trim() || undefined })
  }

  return (
    <div className="basis-full pb-2">
      <div role="group" aria-label="What was not right?" className="flex flex-wrap gap-1.5">
        {Object.entries(reasons).map(([reason, label]) => (
          <button
            key={reason}
            type="button"
            aria-pressed={feedback.reason === reason}
            onClick={() =>
              onRate({ ...feedback, reason: feedback.reason === reason ? undefined : (reason as FeedbackReason) })
            }
            className="min-h-8 border border-rule px-2 hover:border-accent hover:text-accent aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent"
          >
            {label}
          </button>
        ))}
      </div>
      {feedback.reason && (
        <form onSubmit={send} className="mt-2 flex gap-2">
          <input
            aria-label="In your words"
            placeholder="In your words, if you like"
            dir="auto"
            maxLength={COMMENT_LIMIT}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            className="min-h-9 min-w-0 flex-1 border border-rule-firm bg-sheet px-2"
          />
          <button type="submit" disabled={kept} className="button-plain disabled:text-faint">
            {kept && comment !== '' ? 'Kept' : 'Send'}
          </button>
        </form>
      )}
    </div>
  )
}

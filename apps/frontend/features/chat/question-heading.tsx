'use client'

import { MESSAGE_LIMIT, type MessageVersion } from '@reviewguide/contracts'
import { type KeyboardEvent, useState } from 'react'
import { VersionSteps } from './version-steps.tsx'

interface QuestionHeadingProps {
  text: string
  version?: MessageVersion | undefined
  /** How it can be changed; absent where it is only read, or while an answer is being written. */
  change?: { onEdit(text: string): void; onShow(messageId: string): void } | undefined
}

/** A question as the heading of its answer; it can be asked in other words, and its versions stepped through. */
export function QuestionHeading({ text, version, change }: QuestionHeadingProps) {
  const [editing, setEditing] = useState(false)
  if (editing && change) {
    return (
      <EditForm
        text={text}
        onCancel={() => setEditing(false)}
        onEdit={(next) => {
          setEditing(false)
          if (next !== text) change.onEdit(next)
        }}
      />
    )
  }

  return (
    <div className="group/question mb-2 flex flex-wrap items-baseline gap-x-3">
      <h2
        dir="auto"
        className="line-clamp-6 min-w-0 font-serif text-title text-soft italic [text-wrap:pretty] break-words"
      >
        {text}
      </h2>
      <span className="screen-only inline-flex items-center gap-2">
        {version && change && <VersionSteps version={version} of="question" onShow={change.onShow} />}
        {change && (
          <button
            type="button"
            onClick={() => setEditing(true)}
            className="min-h-8 text-small text-faint hover:text-accent focus-visible:opacity-100 group-hover/question:opacity-100 wide:opacity-0"
          >
            Edit
          </button>
        )}
      </span>
    </div>
  )
}

interface EditFormProps {
  text: string
  onCancel(): void
  onEdit(text: string): void
}

function EditForm({ text, onCancel, onEdit }: EditFormProps) {
  const [words, setWords] = useState(text)
  const ready = words.trim() !== '' && words.length <= MESSAGE_LIMIT

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (ready) onEdit(words.trim())
  }

  return (
    <form
      className="mb-4 border-2 border-ink bg-sheet p-2 focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onEdit(words.trim())
      }}
    >
      <textarea
        aria-label="Your question in other words"
        dir="auto"
        rows={1}
        value={words}
        ref={(box) => box?.focus()}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-[30dvh] w-full resize-none bg-transparent px-1.5 py-1 font-serif text-prose outline-none"
      />
      <span className="mt-1 flex items-center gap-2">
        <button type="submit" disabled={!ready} className="button-plain disabled:text-faint">
          Ask this instead
        </button>
        <button type="button" className="min-h-9 px-2 text-small text-soft hover:text-accent" onClick={onCancel}>
          Cancel
        </button>
        {words.length > MESSAGE_LIMIT && (
          <span className="text-kicker font-semibold text-against">Too long by {words.length - MESSAGE_LIMIT}</span>
        )}
      </span>
    </form>
  )
}

'use client'

import { MESSAGE_LIMIT } from '@reviewguide/contracts'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { count } from '../lib/words.ts'

interface QuestionBoxProps {
  onAsk(question: string): void
  label: string
  placeholder: string
  running?: boolean
  stopping?: boolean
  onStop?(): void
  /** Takes the focus at first, where that does not bring up a keyboard over the page. */
  startFocused?: boolean
}

/** Where questions are typed. Enter asks, Shift+Enter makes a line, `/` comes here from anywhere. */
export function QuestionBox({
  onAsk,
  label,
  placeholder,
  running = false,
  stopping,
  onStop,
  startFocused = false,
}: QuestionBoxProps) {
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const left = MESSAGE_LIMIT - text.length
  const ready = text.trim() !== '' && left >= 0 && !running

  useEffect(() => {
    if (startFocused && window.matchMedia('(pointer: fine)').matches) box.current?.focus({ preventScroll: true })
  }, [startFocused])
  useSlashKey(box)

  function ask(event?: FormEvent): void {
    event?.preventDefault()
    if (!ready) return
    onAsk(text.trim())
    setText('')
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter that ends a composition (Japanese, Chinese) belongs to the text.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    ask(event)
    event.preventDefault()
  }

  return (
    <form onSubmit={ask} className="group border-2 border-ink bg-sheet focus-within:border-accent">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex items-end gap-2 p-1.5 pl-3.5">
        <textarea
          ref={box}
          id={id}
          dir="auto"
          rows={1}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={placeholder}
          aria-describedby={left < 200 ? `${id}-left` : undefined}
          className="field-sizing-content max-h-[30dvh] min-h-10 min-w-0 flex-1 resize-none bg-transparent py-1.5 font-serif text-prose outline-none placeholder:text-faint"
        />
        {running && onStop ? (
          <button type="button" onClick={onStop} disabled={stopping} className="button-plain h-10 shrink-0">
            <span aria-hidden className="size-2.5 bg-current" />
            {stopping ? 'Stopping' : 'Stop'}
          </button>
        ) : (
          <button
            type="submit"
            aria-disabled={!ready}
            className="h-10 shrink-0 rounded-[3px] bg-accent px-5 text-small font-semibold text-on-accent hover:bg-accent-firm aria-disabled:bg-shade aria-disabled:text-soft"
          >
            Ask
          </button>
        )}
      </div>
      {left < 200 && (
        <p
          id={`${id}-left`}
          className={`px-3.5 pb-2 text-kicker ${left < 0 ? 'font-semibold text-against' : 'text-soft'}`}
        >
          {left < 0 ? `${count(-left)} characters too many` : `${count(left)} characters left`}
        </p>
      )}
    </form>
  )
}

function useSlashKey(box: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest('input, textarea, select, [contenteditable]')) return
      event.preventDefault()
      box.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [box])
}

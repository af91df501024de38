import type { FormEvent, ReactNode } from 'react'
import type { Action } from '../lib/use-action.ts'
import { clockTime } from '../lib/words.ts'

interface FormProps {
  action: Action
  submit: string
  /** Carried out on submit; what it throws is shown. */
  onSubmit(): Promise<void>
  /** Said once it is done; nothing where the page goes on elsewhere. */
  done?: string
  children: ReactNode
}

/** Fields with one button, what went wrong above it, and what was done below. */
export function Form({ action, submit, onSubmit, done, children }: FormProps) {
  const { failure } = action
  function onForm(event: FormEvent): void {
    event.preventDefault()
    void action.run(onSubmit)
  }
  return (
    <form onSubmit={onForm}>
      {children}
      {failure && (
        <p role="alert" className="mt-4 border-l-4 border-against bg-sheet px-3 py-2 text-small">
          {failure.text} {failure.until && `Try again at ${clockTime(failure.until)}.`}
        </p>
      )}
      <button
        type="submit"
        disabled={action.working}
        className="mt-5 min-h-10 rounded-[3px] bg-accent px-5 text-small font-semibold text-on-accent hover:bg-accent-firm disabled:bg-shade disabled:text-soft"
      >
        {action.working ? 'One moment' : submit}
      </button>
      {action.done && done && (
        <p role="status" className="mt-3 text-small text-soft">
          {done}
        </p>
      )}
    </form>
  )
}

import { type InputHTMLAttributes, useId } from 'react'

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string
  hint?: string
  onChange(value: string): void
}

/** One line of a form, with its name above it and what it has to be below. */
export function Field({ label, hint, onChange, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="mt-4">
      <label htmlFor={id} className="block text-small font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 min-h-10 w-full border border-rule-firm bg-sheet px-2.5 text-base focus:border-accent"
        {...input}
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-kicker text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

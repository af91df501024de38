'use client'

import { useTheme } from 'next-themes'
import { useEffect, useState } from 'react'

const choices = [
  { theme: 'light', text: 'Light' },
  { theme: 'dark', text: 'Dark' },
  { theme: 'system', text: 'As the system' },
]

/** Light, dark, or as the system says. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme()
  // The server cannot know what was chosen; both render nothing chosen at first.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <fieldset className="flex gap-3 text-kicker">
      <legend className="sr-only">Colours</legend>
      {choices.map((choice) => (
        <button
          key={choice.theme}
          type="button"
          aria-pressed={ready && theme === choice.theme}
          onClick={() => setTheme(choice.theme)}
          className="min-h-6 text-soft hover:text-accent aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {choice.text}
        </button>
      ))}
    </fieldset>
  )
}

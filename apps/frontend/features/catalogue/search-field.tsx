'use client'

import { useEffect, useState } from 'react'

/** Narrows the list by words, a moment after the typing pauses. */
export function SearchField({ onSearch }: { onSearch(words: string): void }) {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text, onSearch])
  return (
    <input
      type="search"
      dir="auto"
      value={text}
      maxLength={400}
      aria-label="Find an item by name"
      placeholder="Find an item by name"
      onChange={(event) => setText(event.target.value)}
      className="mt-5 w-full border-2 border-ink bg-sheet px-3.5 py-2 font-serif text-prose placeholder:text-faint focus:border-accent focus:outline-none"
    />
  )
}

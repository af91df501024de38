import type { StoredPart } from '@reviewguide/contracts'

/** What a message says, as a person reads it: its texts without marks of emphasis and numbers of quotes. */
export function messageText(parts: readonly StoredPart[]): string {
  return (
    parts
      .flatMap((part) => (part.type === 'text' ? [part.text] : []))
      .join('\n')
      .replace(/(?:\s?\[\d+\])+|\*\*/g, '')
      // A name's own asterisks and the like are escaped.
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
  )
}

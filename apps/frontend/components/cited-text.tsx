import { splitLastWord } from '../lib/citations.ts'
import { Citation } from './citation.tsx'

/** A sentence as plain text with its citations after it, which never begin a line. */
export function CitedText({ text, evidence }: { text: string; evidence: number[] }) {
  const [before, word] = splitLastWord(text)
  return (
    <span dir="auto">
      {before}
      <span className="whitespace-nowrap">
        {word}
        {evidence.map((n) => (
          <Citation key={n} n={n} />
        ))}
      </span>
    </span>
  )
}

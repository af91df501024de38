import type { Polarity } from '@reviewguide/contracts'

const words: Record<Polarity, { text: string; className: string }> = {
  positive: { text: 'for', className: 'text-for' },
  negative: { text: 'against', className: 'text-against' },
  mixed: { text: 'both for and against', className: 'text-soft' },
  neutral: { text: 'neither for nor against', className: 'text-soft' },
}

/** Which side an opinion takes, in a word and its colour. */
export function SideWord({ polarity }: { polarity: Polarity }) {
  const { text, className } = words[polarity]
  return <span className={`font-semibold ${className}`}>{text}</span>
}

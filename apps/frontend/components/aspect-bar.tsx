import type { AspectCount } from '@reviewguide/contracts'
import { count, counted, FEW } from '../lib/words.ts'

/** What the reviews say on one aspect: the share for, the share against, and between them those who say both or neither. */
export function AspectBar({ aspect: { aspect, positive, negative, mentions } }: { aspect: AspectCount }) {
  const label = `${aspect}: ${count(positive)} for and ${count(negative)} against of ${counted(mentions, 'mention')}`
  const few = mentions < FEW
  return (
    <span
      role="img"
      aria-label={label}
      className="grid grid-cols-[1.75rem_minmax(0,1fr)_1.75rem] items-center gap-2 text-small"
    >
      <span className="text-right font-semibold text-for">{count(positive)}</span>
      {few ? (
        <Circles positive={positive} negative={negative} mentions={mentions} />
      ) : (
        <span className={`flex gap-px overflow-hidden bg-rule ${mentions < 15 ? 'h-1.5' : 'h-2.5'}`}>
          <span className="bg-for" style={{ width: `${(positive / mentions) * 100}%` }} />
          <span className="flex-1" />
          <span className="hatch" style={{ width: `${(negative / mentions) * 100}%` }} />
        </span>
      )}
      <span className="font-semibold text-against">{count(negative)}</span>
    </span>
  )
}

const circles = {
  for: 'border-2 border-for',
  neither: 'border border-rule-firm',
  against: 'border-2 border-dashed border-against',
}

/** One open circle a mention: nobody should take three voices for a share. */
function Circles({ positive, negative, mentions }: Omit<AspectCount, 'aspect'>) {
  const neither = Math.max(0, mentions - positive - negative)
  const row = [
    ...Array<keyof typeof circles>(positive).fill('for'),
    ...Array<keyof typeof circles>(neither).fill('neither'),
    ...Array<keyof typeof circles>(negative).fill('against'),
  ]
  return (
    <span className="flex h-2.5 items-center gap-1">
      {row.map((side, index) => (
        <span key={index} className={`size-2.5 shrink-0 rounded-full ${circles[side]}`} />
      ))}
    </span>
  )
}

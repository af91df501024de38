import type { ReactNode, Ref } from 'react'
import { questionText } from '../../lib/answer-message.ts'
import type { Turn } from '../../lib/turns.ts'

interface TurnFrameProps {
  ref?: Ref<HTMLElement>
  turn: Turn
  first: boolean
  /** As tall as the window, so that its heading can stand at the top while there is little below it. */
  tall: boolean
  children: ReactNode
}

/** A question as the heading of its answer, like a column in print. */
export function TurnFrame({ ref, turn, first, tall, children }: TurnFrameProps) {
  return (
    <section
      ref={ref}
      className={`pt-8 sm:pt-10 ${first ? '' : 'mt-12 border-t border-rule-firm'} ${tall ? 'min-h-[calc(100dvh-9.5rem)]' : ''}`}
    >
      <h2
        dir="auto"
        className="mb-2 line-clamp-6 font-serif text-title text-soft italic [text-wrap:pretty] break-words"
      >
        {questionText(turn.question)}
      </h2>
      {children}
    </section>
  )
}

import type { ReactNode, Ref } from 'react'

interface TurnFrameProps {
  ref?: Ref<HTMLElement>
  first: boolean
  /** As tall as the window, so that its heading can stand at the top while there is little below it. */
  tall: boolean
  children: ReactNode
}

/** A question and its answer, like a column in print, apart from the one before by a rule. */
export function TurnFrame({ ref, first, tall, children }: TurnFrameProps) {
  return (
    <section
      ref={ref}
      className={`pt-8 sm:pt-10 ${first ? '' : 'mt-12 border-t border-rule-firm'} ${tall ? 'min-h-[calc(100dvh-9.5rem)]' : ''}`}
    >
      {children}
    </section>
  )
}

'use client'

import { useChat } from '@ai-sdk/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { QuestionBox } from '../../components/question-box.tsx'
import { type AnswerMessage, questionText } from '../../lib/answer-message.ts'
import type { ChatSession, SessionState } from '../../lib/chat-session.ts'
import { type Turn, turnsOf } from '../../lib/turns.ts'
import { useStore } from '../../lib/use-store.ts'
import { Announcer } from './announcer.tsx'
import { AnswerTools } from './answer-tools.tsx'
import { ChatTools } from './chat-tools.tsx'
import { QuestionHeading } from './question-heading.tsx'
import { TurnFrame } from './turn-frame.tsx'
import { TurnTrouble } from './turn-trouble.tsx'

export interface AnswerView {
  answer: AnswerMessage | undefined
  running: boolean
  latest: boolean
  state: SessionState
  ask(question: string): void
}

interface ConversationProps {
  session: ChatSession
  renderAnswer(view: AnswerView): ReactNode
  /** What stands beside the text, or slides over it. */
  renderPanel(messages: AnswerMessage[]): ReactNode
}

/** A chat: its questions, each the heading of its answer, and the box for the next. */
export function Conversation({ session, renderAnswer, renderPanel }: ConversationProps) {
  const { messages, status } = useChat({ chat: session.chat, throttle: 40 })
  const state = useStore(session.state)
  const turns = turnsOf(messages)
  const busy = status === 'submitted' || status === 'streaming'
  const ask = (question: string) => void session.ask(question)
  const last = useLastTurn(turns)

  return (
    <>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-x-10 margin:grid-cols-[minmax(0,44rem)_minmax(20rem,26rem)] margin:justify-center">
        <div className="relative min-w-0">
          <h1 className="sr-only">Your questions and their answers</h1>
          <ChatTools session={session} chatId={session.chat.id} />
          {state.kept.earlierCursor !== null && (
            <button type="button" className="press mt-4 text-small" onClick={() => void session.readEarlier()}>
              Earlier questions of this chat
            </button>
          )}
          {turns.map((turn, index) => {
            const latest = index === turns.length - 1
            const running = busy && latest
            return (
              <TurnFrame
                key={turn.question.id}
                ref={latest ? last : undefined}
                first={index === 0}
                tall={latest && turns.length > 1}
              >
                <QuestionHeading
                  text={questionText(turn.question)}
                  version={state.kept.versions[turn.question.id]}
                  change={
                    busy
                      ? undefined
                      : {
                          onEdit: (text) => void session.edit(turn.question.id, text),
                          onShow: (messageId) => void session.show(messageId),
                        }
                  }
                />
                {(turn.answer || running) &&
                  renderAnswer({ answer: turn.answer, running, latest: latest && !busy, state, ask })}
                {turn.answer && !busy && <Tools session={session} answerId={turn.answer.id} kept={state.kept} />}
                {latest && !busy && (
                  <TurnTrouble session={session} failure={state.failure} answered={turn.answer !== undefined} />
                )}
              </TurnFrame>
            )
          })}
        </div>
        <div className="pt-10 max-margin:hidden print:hidden">{renderPanel(messages)}</div>
      </div>
      <div className="screen-only sticky bottom-0 z-20 -mx-4 mt-10 border-t border-rule bg-paper px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8">
        <div className="mx-auto grid grid-cols-[minmax(0,1fr)] gap-x-10 margin:grid-cols-[minmax(0,44rem)_minmax(20rem,26rem)] margin:justify-center">
          <QuestionBox
            label="Ask something else"
            placeholder="Ask something else"
            onAsk={ask}
            running={busy}
            stopping={state.stopping}
            onStop={() => void session.stop()}
          />
        </div>
      </div>
      <Announcer turn={turns.at(-1)} running={busy} state={state} />
    </>
  )
}

function Tools({ session, answerId, kept }: { session: ChatSession; answerId: string; kept: SessionState['kept'] }) {
  return (
    <AnswerTools
      version={kept.versions[answerId]}
      feedback={kept.feedback[answerId]}
      onShow={(messageId) => void session.show(messageId)}
      onRegenerate={() => void session.regenerate(answerId)}
      onRate={(feedback) => session.rate(answerId, feedback)}
    />
  )
}

/** Brings a newly asked question to the top of the window, once; from there its answer grows downwards and nothing moves. */
function useLastTurn(turns: Turn[]) {
  const last = useRef<HTMLElement>(null)
  const seen = useRef(turns.length)
  useEffect(() => {
    if (turns.length > seen.current && turns.length > 1) {
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      last.current?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
    }
    seen.current = turns.length
  }, [turns.length])
  return last
}

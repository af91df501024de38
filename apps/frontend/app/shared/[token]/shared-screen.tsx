'use client'

import type { SharedChat } from '@reviewguide/contracts'
import Link from 'next/link'
import { FailureNote } from '../../../components/failure-note.tsx'
import { QuestionHeading } from '../../../features/chat/question-heading.tsx'
import { TurnFrame } from '../../../features/chat/turn-frame.tsx'
import { fromStored, questionText } from '../../../lib/answer-message.ts'
import { api } from '../../../lib/api.ts'
import { turnsOf } from '../../../lib/turns.ts'
import { usePanel } from '../../../lib/use-panel.ts'
import { useResource } from '../../../lib/use-resource.ts'
import { day } from '../../../lib/words.ts'
import { AnswerScreen } from '../../chat/[chatId]/answer-screen.tsx'
import { PanelScreen } from '../../chat/[chatId]/panel-screen.tsx'

/** Somebody's answers as they were shared: to be read, with every quote, and not to be changed. */
export function SharedScreen({ token }: { token: string }) {
  const shared = useResource(token, (signal) => api.sharedChat(token, signal))
  if (shared.status === 'loading') return <p className="pt-16 text-small text-soft">Fetching the answers</p>
  if (shared.status === 'failed') {
    return (
      <div className="mx-auto w-full max-w-3xl pt-16">
        <FailureNote failure={shared.failure} page>
          <Link href="/" className="button-plain">
            Ask something yourself
          </Link>
        </FailureNote>
      </div>
    )
  }
  return <SharedAnswers chat={shared.value} />
}

function SharedAnswers({ chat }: { chat: SharedChat }) {
  const panel = usePanel()
  const messages = chat.messages.map(fromStored)
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-x-10 pb-16 margin:grid-cols-[minmax(0,44rem)_minmax(20rem,26rem)] margin:justify-center">
      <div className="min-w-0">
        <p className="mt-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-l-4 border-rule-firm bg-sheet px-3 py-2 text-small text-soft">
          <span>Shared on {day(chat.sharedAt)}. What was asked since is not here.</span>
          <Link href="/" className="press">
            Ask something yourself
          </Link>
        </p>
        <h1 className="sr-only">{chat.title}</h1>
        {turnsOf(messages).map((turn, index) => (
          <TurnFrame key={turn.question.id} first={index === 0} tall={false}>
            <QuestionHeading text={questionText(turn.question)} />
            {turn.answer && <AnswerScreen answer={turn.answer} running={false} latest={false} panel={panel} />}
          </TurnFrame>
        ))}
      </div>
      <div className="pt-10 max-margin:hidden print:hidden">
        <PanelScreen messages={messages} panel={panel} />
      </div>
    </div>
  )
}

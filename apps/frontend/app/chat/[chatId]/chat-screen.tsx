'use client'

import Link from 'next/link'
import { useEffect } from 'react'
import { FailureNote } from '../../../components/failure-note.tsx'
import { Conversation } from '../../../features/chat/conversation.tsx'
import { useSession } from '../../../features/chat/use-session.ts'
import { questionText } from '../../../lib/answer-message.ts'
import type { ChatSession } from '../../../lib/chat-session.ts'
import { usePanel } from '../../../lib/use-panel.ts'
import { AnswerScreen } from './answer-screen.tsx'
import { PanelScreen } from './panel-screen.tsx'

/** The route's composition: it alone knows the conversation, the answer's pieces and the evidence beside them. */
export function ChatScreen({ chatId }: { chatId: string }) {
  const session = useSession(chatId)
  if (session.status === 'loading')
    return <p className="mx-auto w-full max-w-3xl pt-16 text-small text-soft">Fetching the answer</p>
  if (session.status === 'failed') {
    return (
      <div className="mx-auto w-full max-w-3xl pt-16">
        <FailureNote failure={session.failure} page>
          {session.failure.retryable && (
            <button type="button" className="button-plain" onClick={session.again}>
              Try again
            </button>
          )}
          <Link href="/" className="button-plain">
            Ask something new
          </Link>
        </FailureNote>
      </div>
    )
  }
  return <OpenChat session={session.value} />
}

function OpenChat({ session }: { session: ChatSession }) {
  const panel = usePanel()
  const { chat } = session
  const firstQuestion = chat.messages[0]
  const title = firstQuestion ? questionText(firstQuestion) : ''
  useEffect(() => {
    if (title) document.title = `${title.slice(0, 80)} · ReviewGuide`
  }, [title])

  return (
    <Conversation
      session={session}
      renderAnswer={(view) => <AnswerScreen {...view} panel={panel} />}
      renderPanel={(messages) => <PanelScreen messages={messages} panel={panel} />}
    />
  )
}

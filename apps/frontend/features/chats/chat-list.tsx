'use client'

import { CHAT_SEARCH_LIMIT } from '@reviewguide/contracts'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { chatsStore, readOlderChats, refreshChats, searchChats } from '../../lib/chats-store.ts'
import { useStore } from '../../lib/use-store.ts'
import { ChatRow } from './chat-row.tsx'
import { useDeletion } from './use-deletion.ts'

/** The person's earlier questions, newest first. */
export function ChatList({ onLeave }: { onLeave(): void }) {
  const { chats, nextCursor, status, search } = useStore(chatsStore)
  const { pending, remove, undo } = useDeletion()
  const pathname = usePathname()
  const router = useRouter()
  useEffect(() => refreshChats(), [])
  const shown = chats.filter((chat) => chat.chatId !== pending?.chatId)

  return (
    <nav aria-label="Your questions" className="flex min-h-0 flex-1 flex-col">
      <Link
        href="/"
        onClick={onLeave}
        className="mx-3 mb-4 border border-rule-firm bg-sheet px-3 py-2 text-small font-semibold text-accent hover:border-accent"
      >
        Ask something new
      </Link>
      <h2 className="kicker px-4 pb-1.5 text-faint">Your questions</h2>
      {(search !== '' || shown.length > 0) && (
        <input
          type="search"
          aria-label="Search your questions and answers"
          placeholder="Search them"
          dir="auto"
          maxLength={CHAT_SEARCH_LIMIT}
          value={search}
          onChange={(event) => searchChats(event.target.value)}
          className="mx-3 mb-2 min-h-9 border border-rule bg-sheet px-2 text-small"
        />
      )}
      {status === 'ready' && shown.length === 0 && (
        <p className="px-4 py-2 text-small text-soft">
          {search === '' ? 'None yet. What you ask is kept here.' : 'None has all of these words.'}
        </p>
      )}
      {status === 'failed' && (
        <p className="px-4 py-2 text-small text-soft">Your questions cannot be reached right now.</p>
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2">
        {shown.map((chat) => (
          <ChatRow
            key={chat.chatId}
            chat={chat}
            current={pathname === `/chat/${chat.chatId}`}
            onLeave={onLeave}
            onDelete={() => {
              remove(chat)
              if (pathname === `/chat/${chat.chatId}`) router.push('/')
            }}
          />
        ))}
        {nextCursor !== null && (
          <li>
            <button
              type="button"
              className="press px-2 py-2 text-small"
              onClick={() => void readOlderChats().catch(() => {})}
            >
              Older questions
            </button>
          </li>
        )}
      </ul>
      <p role="status" className="min-h-0">
        {pending && (
          <span className="m-3 flex items-center justify-between gap-3 border border-rule-firm bg-sheet px-3 py-2 text-small">
            <span className="min-w-0 truncate">Deleted “{pending.title}”</span>
            <button type="button" className="press shrink-0 font-semibold" onClick={undo}>
              Undo
            </button>
          </span>
        )}
      </p>
    </nav>
  )
}

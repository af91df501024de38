'use client'

import type { ChatListItem, ChatMatch } from '@reviewguide/contracts'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { refreshChats } from '../../lib/chats-store.ts'
import { markSpans } from '../../lib/mark-spans.ts'

interface ChatRowProps {
  chat: ChatListItem
  current: boolean
  onLeave(): void
  onDelete(): void
}

/** One earlier question: go to it, rename it, delete it. */
export function ChatRow({ chat, current, onLeave, onDelete }: ChatRowProps) {
  const [renaming, setRenaming] = useState(false)

  async function rename(title: string): Promise<void> {
    setRenaming(false)
    if (title.trim() === '' || title === chat.title) return
    await api.renameChat(chat.chatId, title.trim()).catch(() => {})
    refreshChats()
  }

  if (renaming) {
    return (
      <li className="p-1">
        <input
          aria-label="Name of this question"
          dir="auto"
          defaultValue={chat.title}
          maxLength={200}
          ref={takeFocus}
          onBlur={(event) => void rename(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') setRenaming(false)
          }}
          className="w-full border border-accent bg-sheet px-1.5 py-1 text-small"
        />
      </li>
    )
  }
  return (
    <li className={`group flex items-center rounded-[3px] hover:bg-shade ${current ? 'bg-shade' : ''}`}>
      <Link
        href={`/chat/${chat.chatId}`}
        onClick={onLeave}
        aria-current={current ? 'page' : undefined}
        title={chat.title}
        className="min-w-0 flex-1 px-2 py-1.5 aria-[current]:font-semibold"
      >
        <span dir="auto" className="block truncate font-serif text-base">
          {chat.title}
        </span>
        {chat.match && chat.match.in !== 'title' && <Snippet match={chat.match} />}
      </Link>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger
          aria-label={`More for “${chat.title}”`}
          className="grid size-8 shrink-0 place-items-center text-soft group-focus-within:opacity-100 group-hover:opacity-100 hover:text-accent data-[state=open]:opacity-100 wide:opacity-0"
        >
          <span aria-hidden>⋯</span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            className="z-50 min-w-32 border border-rule-firm bg-sheet py-1 text-small shadow-lift"
          >
            <DropdownMenu.Item
              onSelect={() => setTimeout(() => setRenaming(true))}
              className="cursor-pointer px-3 py-1.5 outline-none data-highlighted:bg-shade"
            >
              Rename
            </DropdownMenu.Item>
            <DropdownMenu.Item
              onSelect={onDelete}
              className="cursor-pointer px-3 py-1.5 text-against outline-none data-highlighted:bg-shade"
            >
              Delete
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </li>
  )
}

/** The words that a search found, in their place. */
function Snippet({ match }: { match: ChatMatch }) {
  return (
    <span dir="auto" className="line-clamp-2 text-kicker font-normal text-soft">
      {markSpans(match.snippet, match.hits).map((piece, index) =>
        piece.span ? (
          <mark key={index} className="bg-mark text-ink">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </span>
  )
}

/** The name was asked to be changed: it is ready to be typed over. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}

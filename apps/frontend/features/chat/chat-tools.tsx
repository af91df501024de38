'use client'

import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import type { ChatSession } from '../../lib/chat-session.ts'
import { useStore } from '../../lib/use-store.ts'
import { ShareDialog } from './share-dialog.tsx'

const entry = 'block cursor-pointer px-3 py-2 outline-none data-highlighted:bg-shade'

/** What can be done with a whole chat: share it as a page, save it as a file. */
export function ChatTools({ session, chatId }: { session: ChatSession; chatId: string }) {
  const [sharing, setSharing] = useState(false)
  const { share } = useStore(session.state).kept
  return (
    <div className="screen-only absolute top-0 right-0 text-small">
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="min-h-9 text-soft hover:text-accent data-[state=open]:text-accent">
          {share ? 'Shared · save' : 'Share or save'} <span aria-hidden>▾</span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            className="z-50 min-w-48 border border-rule-firm bg-sheet py-1 text-small shadow-lift"
          >
            <DropdownMenu.Item className={entry} onSelect={() => setSharing(true)}>
              {share ? 'The shared page' : 'Share as a page'}
            </DropdownMenu.Item>
            <DropdownMenu.Item asChild className={entry}>
              <a href={api.exportAddress(chatId, 'markdown')} download>
                Save as Markdown
              </a>
            </DropdownMenu.Item>
            <DropdownMenu.Item asChild className={entry}>
              <a href={api.exportAddress(chatId, 'json')} download>
                Save as JSON
              </a>
            </DropdownMenu.Item>
            <DropdownMenu.Item className={entry} onSelect={() => window.print()}>
              Print
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ShareDialog open={sharing} onClose={() => setSharing(false)} share={share} onShare={session.share} />
    </div>
  )
}

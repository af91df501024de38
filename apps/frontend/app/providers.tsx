'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { Shell } from '../components/shell.tsx'
import { AccountLink } from '../features/account/account-link.tsx'
import { ChatList } from '../features/chats/chat-list.tsx'

export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <Shell renderSidebar={(onLeave) => <ChatList onLeave={onLeave} />} account={<AccountLink />}>
        {children}
      </Shell>
    </ThemeProvider>
  )
}

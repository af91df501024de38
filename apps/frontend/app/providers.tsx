'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { Shell } from '../components/shell.tsx'
import { ChatList } from '../features/chats/chat-list.tsx'

export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <Shell renderSidebar={(onLeave) => <ChatList onLeave={onLeave} />}>{children}</Shell>
    </ThemeProvider>
  )
}

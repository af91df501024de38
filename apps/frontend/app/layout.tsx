import '@fontsource-variable/newsreader/opsz.css'
import '@fontsource-variable/newsreader/opsz-italic.css'
import '@fontsource-variable/public-sans'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { sidebarScript } from '../lib/sidebar-memory.ts'
import { Providers } from './providers.tsx'

export const metadata: Metadata = {
  title: { default: 'ReviewGuide', template: '%s · ReviewGuide' },
  description:
    'Ask what to buy, book or use. The answer comes from reviews, and shows the sentence behind every claim.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf7ee' },
    { media: '(prefers-color-scheme: dark)', color: '#171410' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme and the sidebar are set on this element before React sees it.
    <html lang="en" suppressHydrationWarning>
      <body>
        <script dangerouslySetInnerHTML={{ __html: sidebarScript }} />
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}

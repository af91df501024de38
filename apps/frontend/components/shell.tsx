'use client'

import Link from 'next/link'
import { Dialog, Tooltip } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { rememberSidebar, sidebarIsOpen } from '../lib/sidebar-memory.ts'
import { useMediaQuery } from '../lib/use-media-query.ts'
import { ThemeChoice } from './theme-choice.tsx'

interface ShellProps {
  /** The list of chats; `onLeave` puts it away where it lies over the page. */
  renderSidebar(onLeave: () => void): ReactNode
  /** The way to the account, in the masthead. */
  account: ReactNode
  children: ReactNode
}

/** The frame of every page: masthead, sidebar, page. */
export function Shell({ renderSidebar, account, children }: ShellProps) {
  const wide = useMediaQuery('(min-width: 86rem)')
  const [over, setOver] = useState(false)

  function toggle(): void {
    if (wide) rememberSidebar(!sidebarIsOpen())
    else setOver(true)
  }

  return (
    <Tooltip.Provider delayDuration={200} skipDelayDuration={100}>
      <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-rule bg-paper px-2 sm:px-4 print:static print:border-none">
        <button
          type="button"
          onClick={toggle}
          aria-label="Your questions"
          className="screen-only grid size-10 shrink-0 place-items-center text-soft hover:text-accent"
        >
          <svg aria-hidden viewBox="0 0 20 20" className="size-5" fill="none" stroke="currentColor" strokeWidth="1.5">
            <path d="M3 5h14M3 10h9M3 15h14" />
          </svg>
        </button>
        <Link href="/" className="shrink-0 font-serif text-title font-semibold tracking-tight">
          Review<span className="font-normal italic">Guide</span>
        </Link>
        <nav aria-label="Site" className="screen-only ml-auto flex min-w-0 items-center gap-5 pr-2 text-small">
          <Link href="/browse" className="shrink-0 text-soft hover:text-accent">
            Everything on file
          </Link>
          {account}
        </nav>
      </header>
      <div className="flex">
        <aside
          aria-label="Sidebar"
          data-sidebar
          className="screen-only sidebar sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-64 shrink-0 flex-col border-r border-rule pt-4 wide:flex"
        >
          {wide && renderSidebar(() => {})}
          <SidebarFoot />
        </aside>
        <main className="flex min-h-[calc(100dvh-3.5rem)] min-w-0 flex-1 flex-col px-4 sm:px-8">{children}</main>
      </div>
      <Dialog.Root open={over && !wide} onOpenChange={setOver}>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim motion-safe:animate-fade" />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-50 flex w-[min(20rem,86vw)] flex-col border-r border-rule-firm bg-paper pt-4 shadow-lift motion-safe:animate-enter"
          >
            <Dialog.Title className="sr-only">Your questions</Dialog.Title>
            {renderSidebar(() => setOver(false))}
            <SidebarFoot />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </Tooltip.Provider>
  )
}

function SidebarFoot() {
  return (
    <div className="mt-auto border-t border-rule px-4 py-3">
      <ThemeChoice />
    </div>
  )
}

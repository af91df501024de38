'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/**
 * Changes parameters of the address without leaving the page; null removes one. `push` makes an entry that Back returns from.
 * The router's own state goes along unchanged: told of the change, it would scroll to the top of the page.
 */
export function writeAddress(params: Record<string, string | null>, how: 'push' | 'replace'): void {
  const url = new URL(window.location.href)
  for (const [name, value] of Object.entries(params)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  window.history[how === 'push' ? 'pushState' : 'replaceState'](window.history.state, '', url)
  for (const listener of listeners) listener()
}

/** One parameter of the address, followed through Back and Forward; null when it is not there, and on the server. */
export function useAddress(name: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).get(name),
    () => null,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

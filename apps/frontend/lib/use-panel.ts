'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useAddress, writeAddress } from './address.ts'
import { type PanelView, panelAddress, readPanelAddress } from './panel-address.ts'

export interface Panel {
  view: PanelView | null
  open(view: PanelView): void
  /** Shows another view in place of this one: leafing is not a way to go back through. */
  swap(view: PanelView): void
  close(): void
}

/** The evidence panel's state, kept in the address. Closing gives the focus back to what opened it. */
export function usePanel(): Panel {
  const see = useAddress('see')
  const view = useMemo(() => readPanelAddress(see), [see])
  const opener = useRef<HTMLElement | null>(null)
  /** How many entries of the browser's history are ours. */
  const depth = useRef(0)

  const open = useCallback((next: PanelView) => {
    if (depth.current === 0) opener.current = document.activeElement as HTMLElement | null
    depth.current += 1
    writeAddress({ see: panelAddress(next) }, 'push')
  }, [])
  const swap = useCallback((next: PanelView) => writeAddress({ see: panelAddress(next) }, 'replace'), [])
  const close = useCallback(() => {
    if (depth.current > 0) window.history.go(-depth.current)
    else writeAddress({ see: null }, 'replace')
  }, [])

  useEffect(() => {
    if (view !== null) return
    depth.current = 0
    opener.current?.focus({ preventScroll: true })
    opener.current = null
  }, [view])

  useEffect(() => {
    const onPop = () => {
      depth.current = Math.max(0, depth.current - 1)
    }
    window.addEventListener('popstate', onPop)
    return () => window.removeEventListener('popstate', onPop)
  }, [])

  return useMemo(() => ({ view, open, swap, close }), [view, open, swap, close])
}

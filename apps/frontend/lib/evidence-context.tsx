'use client'

import type { EvidenceData } from '@reviewguide/contracts'
import { createContext, useContext } from 'react'

export interface EvidenceAccess {
  /** Undefined while the evidence has not arrived. */
  lookup(n: number): EvidenceData | undefined
  open(n: number): void
  openAspect(itemId: string, aspect: string): void
}

const Context = createContext<EvidenceAccess | null>(null)

/** Gives everything inside it the evidence of one message, and the way to open it. */
export const EvidenceProvider = Context.Provider

export const useEvidence = (): EvidenceAccess | null => useContext(Context)

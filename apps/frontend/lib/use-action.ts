'use client'

import { useCallback, useState } from 'react'
import { asFailure, type Failure } from './failure.ts'

export interface Action {
  working: boolean
  failure: Failure | null
  /** True once it was carried out. */
  done: boolean
  run(work: () => Promise<void>): Promise<void>
}

/** One thing that a person does and that may fail: whether it is going on, done, or why it did not work. */
export function useAction(): Action {
  const [state, setState] = useState<Omit<Action, 'run'>>({ working: false, failure: null, done: false })
  const run = useCallback(async (work: () => Promise<void>) => {
    setState({ working: true, failure: null, done: false })
    try {
      await work()
      setState({ working: false, failure: null, done: true })
    } catch (error) {
      setState({ working: false, failure: asFailure(error), done: false })
    }
  }, [])
  return { ...state, run }
}

'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { asFailure, type Failure } from './failure.ts'

export type Resource<T> = { status: 'loading' } | { status: 'ready'; value: T } | { status: 'failed'; failure: Failure }

/**
 * Reads something from the server whenever `key` changes; `null` reads nothing. The answer to an older key never overwrites that to
 * a newer one. `again` repeats a reading that failed; until it is answered the failure stays.
 */
export function useResource<T>(
  key: string | null,
  read: (signal: AbortSignal) => Promise<T>,
): Resource<T> & { again(): void } {
  const [state, setState] = useState<{ key: string | null; resource: Resource<T> }>({
    key,
    resource: { status: 'loading' },
  })
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(read)
  latest.current = read

  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    const settle = (resource: Resource<T>) => {
      if (!controller.signal.aborted) setState({ key, resource })
    }
    latest.current(controller.signal).then(
      (value) => settle({ status: 'ready', value }),
      (error: unknown) => settle({ status: 'failed', failure: asFailure(error) }),
    )
    return () => controller.abort()
  }, [key, attempt])

  const again = useCallback(() => setAttempt((count) => count + 1), [])
  return { ...(state.key === key ? state.resource : { status: 'loading' as const }), again }
}

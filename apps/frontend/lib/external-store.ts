/** A value that React can follow with `useSyncExternalStore`, and that outlives the page that shows it. */
export interface ExternalStore<T> {
  get(): T
  set(next: T): void
  update(change: (current: T) => T): void
  subscribe(listener: () => void): () => void
}

export function createExternalStore<T>(initial: T): ExternalStore<T> {
  const listeners = new Set<() => void>()
  let value = initial
  const set = (next: T) => {
    if (Object.is(value, next)) return
    value = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

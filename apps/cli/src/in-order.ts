/**
 * Does work on every value, up to `atOnce` at a time, and yields the results in the order of the values, each as soon as it and all before it are done.
 * Takes no more values than it works on. The work must not fail for a reason of one value alone: a failure ends everything.
 */
export async function* inOrder<T, R>(
  values: AsyncIterable<T>,
  atOnce: number,
  work: (value: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const source = values[Symbol.asyncIterator]()
  const running: Promise<R>[] = []
  const ask = () => source.next().then((result) => ({ result }))
  let next: ReturnType<typeof ask> | null = ask()
  try {
    while (next !== null || running.length > 0) {
      const [first] = running
      // A result is not held back until more values come: whoever writes them may be waiting for it.
      const finished = first?.then(() => null)
      const awaited = running.length < atOnce && next !== null ? [next] : []
      const came = await Promise.race([...(finished ? [finished] : []), ...awaited])
      if (came === null) {
        void running.shift()
        if (first) yield await first
      } else if (came.result.done) next = null
      else {
        const started = work(came.result.value)
        started.catch(() => undefined)
        running.push(started)
        next = ask()
      }
    }
  } finally {
    // Not awaited: a source that waits for its next value would keep us waiting too.
    next?.catch(() => undefined)
    source.return?.().catch(() => undefined)
    await Promise.allSettled(running)
  }
}

/** Does the work for each value, so many at a time: as one ends the next begins. Results in the order of the values. */
export async function inParallel<T, R>(
  values: readonly T[],
  atOnce: number,
  signal: AbortSignal,
  work: (value: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < values.length) {
      signal.throwIfAborted()
      const at = next++
      results[at] = await work(values[at] as T)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, values.length) }, worker))
  return results
}

import type { Span } from '@reviewguide/workflow/ports'

/** Ends the span with the work, whose outcome stays as it is. */
export async function endsWith<T>(span: Span, work: Promise<T>): Promise<T> {
  try {
    const result = await work
    span.end()
    return result
  } catch (cause) {
    span.end(errorTypeOf(cause))
    throw cause
  }
}

/** An error's code (a SQLSTATE, `ECONNRESET`), else the name of its class: its words may hold what people wrote. */
export function errorTypeOf(cause: unknown): string {
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown }
  if (typeof code === 'string') return code
  return typeof name === 'string' ? name : 'unknown'
}

/** What a log keeps of an error. */
export interface LoggedError {
  type: string
  code?: string
  stack?: string
  cause?: LoggedError
  [named: string]: unknown
}

/** Names that programmers give, never people: what a system call, PostgreSQL or a mail server says beside its words. */
const named = ['syscall', 'hostname', 'address', 'port', 'routine', 'schema', 'table', 'column', 'constraint']

const name = /^[\w$.:-]{1,80}$/

/** How deep causes are followed: a chain may be a circle. */
const DEEPEST = 3

/**
 * An error as a log may keep it: its type, its code, where it happened, and the same of its causes. Never its words: a database quotes the value that it
 * could not read, a parser the text, a mail server the address, so an error's message may hold whatever a person has written. Its own words stand in the
 * code, at the place that `stack` names.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const fields = error as unknown as Record<string, unknown>
  const known = named.flatMap((key) => (isName(fields[key]) ? [[key, fields[key]] as const] : []))
  const code = isName(fields.code) ? String(fields.code) : redisCode(error)
  return {
    type: isName(error.name) ? error.name : 'Error',
    ...(code !== undefined && { code }),
    ...Object.fromEntries(known),
    stack: frames(error),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: loggedError(error.cause, depth + 1) }),
  }
}

const isName = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && name.test(value))

/** Redis has no codes but the first word of what it says: `WRONGPASS …`. */
const redisCode = ({ name: type, message }: Error) =>
  type === 'ReplyError' ? /^[A-Z]{2,20}(?= )/.exec(message)?.[0] : undefined

const frame = /^ {4}at .{1,400}(?::\d+:\d+|native|<anonymous>|index \d+)\)?$/

/** The places alone. The message stands before them, and may have lines of its own that look like places. */
function frames({ stack = '', message }: Error): string | undefined {
  const end = stack.indexOf(message)
  const places = stack
    .slice(end < 0 ? 0 : end + message.length)
    .split('\n')
    .filter((line) => frame.test(line))
  return places.length > 0 ? places.slice(0, 12).join('\n') : undefined
}

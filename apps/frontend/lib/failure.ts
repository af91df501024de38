import { ErrorBody, type ErrorCode, errorTable } from '@reviewguide/contracts'

/** Something that went wrong, in the words that a person gets to read. `until` is when asking again is allowed, if the server said so. */
export interface Failure {
  code: ErrorCode | 'server_away' | 'connection_lost' | 'run_gone' | 'unreadable'
  text: string
  retryable: boolean
  requestId?: string
  until?: Date
}

/** Carries a `Failure` through code that only knows how to throw. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.text, options)
    this.name = 'FailureError'
    this.failure = failure
  }
}

export const connectionLost: Failure = {
  code: 'connection_lost',
  text: 'The connection was lost and could not be found again. What arrived is kept.',
  retryable: true,
}

/** The failure that a response stands for; reads its body. A body that is not in our shape counts as a server that is away. */
export async function failureOf(response: Response, now: Date = new Date()): Promise<Failure> {
  const parsed = ErrorBody.safeParse(await response.json().catch(() => null))
  const until = retryAfter(response.headers.get('retry-after'), now)
  if (!parsed.success) {
    const code: ErrorCode =
      response.status === 404 ? 'not_found' : response.status === 429 ? 'rate_limited' : 'internal'
    return { code, text: errorTable[code].text, retryable: errorTable[code].retryable, until }
  }
  const { code, message, requestId, details } = parsed.data.error
  // Our own origin says so when the backend behind it does not answer.
  if (typeof details === 'object' && details !== null && 'serverAway' in details)
    return { code: 'server_away', text: message, retryable: true }
  return { code, text: message, retryable: errorTable[code].retryable, requestId, until }
}

/** Any thrown value as a failure. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure
  if (thrown instanceof TypeError) return connectionLost
  return {
    code: 'unreadable',
    text: 'The answer came in a form that this page does not understand. Reload the page.',
    retryable: false,
  }
}

/** `Retry-After` is a number of seconds or an HTTP date. */
function retryAfter(header: string | null, now: Date): Date | undefined {
  if (header === null) return undefined
  const time = /^\d+$/.test(header) ? now.getTime() + Number(header) * 1000 : Date.parse(header)
  return Number.isNaN(time) ? undefined : new Date(time)
}

import { z } from 'zod'

/** The closed list of error codes. One table below maps each to its status, its words for people, and whether trying again can help. */
export const ErrorCode = z.enum([
  'invalid_request',
  'malformed_json',
  'unsupported_media_type',
  'body_too_large',
  'cross_site',
  'not_found',
  'method_not_allowed',
  'run_active',
  'not_signed_in',
  'invalid_api_key',
  'wrong_credentials',
  'wrong_password',
  'email_taken',
  'email_not_confirmed',
  'account_disabled',
  'link_expired',
  'too_many_attempts',
  'chat_full',
  'rate_limited',
  'too_many_runs',
  'too_busy',
  'database_unavailable',
  'cache_unavailable',
  'run_timeout',
  'run_interrupted',
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Status on HTTP, words for people, and whether the same request may succeed later. */
export const errorTable: Record<ErrorCode, { status: number; text: string; retryable: boolean }> = {
  invalid_request: { status: 400, text: 'The request is not in the form that was expected.', retryable: false },
  malformed_json: { status: 400, text: 'The body is not valid JSON.', retryable: false },
  unsupported_media_type: { status: 415, text: 'Send the body as application/json.', retryable: false },
  body_too_large: { status: 413, text: 'The body is larger than 1 MB.', retryable: false },
  cross_site: { status: 403, text: 'This request came from another site and was not carried out.', retryable: false },
  not_found: { status: 404, text: 'There is nothing here, or it is not yours.', retryable: false },
  method_not_allowed: { status: 405, text: 'This address does not take that method.', retryable: false },
  run_active: {
    status: 409,
    text: 'This chat is still answering. Stop it or wait until it has finished.',
    retryable: true,
  },
  not_signed_in: { status: 401, text: 'Sign in first.', retryable: false },
  invalid_api_key: { status: 401, text: 'This API key is unknown or has run out.', retryable: false },
  wrong_credentials: { status: 401, text: 'The address and the password do not go together.', retryable: false },
  wrong_password: { status: 403, text: 'The password is not right.', retryable: false },
  email_taken: { status: 409, text: 'There is an account with this address. Sign in instead.', retryable: false },
  email_not_confirmed: {
    status: 403,
    text: 'Confirm your address first: open the link in the letter that was sent to it.',
    retryable: false,
  },
  account_disabled: { status: 403, text: 'This account has been disabled by an administrator.', retryable: false },
  link_expired: { status: 400, text: 'This link has been used or is too old. Ask for a new one.', retryable: false },
  too_many_attempts: { status: 429, text: 'Too many attempts. Wait a while and try again.', retryable: true },
  chat_full: {
    status: 409,
    text: 'This chat has as many messages as a chat can hold. Start a new chat to go on.',
    retryable: false,
  },
  rate_limited: { status: 429, text: 'Too many requests. Try again in a moment.', retryable: true },
  too_many_runs: {
    status: 429,
    text: 'Several answers are being written for you already. Wait until one has finished, or stop one.',
    retryable: true,
  },
  too_busy: {
    status: 503,
    text: 'Too many answers are being written right now. Try again in a moment.',
    retryable: true,
  },
  database_unavailable: {
    status: 503,
    text: 'The reviews cannot be reached right now. Try again in a moment.',
    retryable: true,
  },
  cache_unavailable: {
    status: 503,
    text: 'The live answer cannot be reached right now. Try again in a moment.',
    retryable: true,
  },
  run_timeout: { status: 504, text: 'The answer took too long and was ended. Try again.', retryable: true },
  run_interrupted: {
    status: 503,
    text: 'The answer was cut short because the server stopped. Ask again.',
    retryable: true,
  },
  internal: { status: 500, text: 'Something went wrong on our side. Try again.', retryable: true },
}

/** A failure with a code of the closed list. `cause` keeps what happened for the log and never reaches a person. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: unknown

  constructor(code: ErrorCode, options: { cause?: unknown; details?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details
  }
}

/** The one shape of an error on HTTP. */
export const ErrorBody = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    requestId: z.string(),
    details: z.unknown().optional(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>

import { AppError, type ErrorCode } from '@reviewguide/contracts'
import { isAPIError } from 'better-auth/api'

/** The library's codes that a person can do something about. */
const codes: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  INVALID_PASSWORD: 'wrong_password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong_password',
  EMAIL_NOT_VERIFIED: 'email_not_confirmed',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_TOKEN: 'link_expired',
  TOKEN_EXPIRED: 'link_expired',
  USER_NOT_FOUND: 'link_expired',
  INVALID_USER: 'link_expired',
  ACCOUNT_DISABLED: 'account_disabled',
  UNAUTHORIZED: 'not_signed_in',
}

/** A failure of the library as one of ours, by its code and never by its words. */
export function authError(error: unknown): unknown {
  if (!isAPIError(error)) return error
  const code = (error as { body?: { code?: string } }).body?.code
  return new AppError((code && codes[code]) || 'internal', { cause: error })
}

/** Calls the library; what it throws becomes an `AppError`. */
export async function translated<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw authError(error)
  }
}

import { OwnPostgresError } from '@reviewguide/adapters/own-postgres'
import { AppError, errorTable } from '@reviewguide/contracts'
import { CommandError } from './command-error.ts'

/** Writes a failure to standard error: a sentence for what a person can act on; for a bug also where it happened. */
export function reportFailure(error: unknown): void {
  console.error(`reviewguide: ${failureText(error)}`)
}

/** A failure in words for people; a bug with where it happened. */
export function failureText(error: unknown): string {
  if (error instanceof CommandError || error instanceof OwnPostgresError) return error.message
  if (error instanceof AppError) {
    const cause = error.cause instanceof Error ? ` (${error.cause.message || error.cause.name})` : ''
    return `${errorTable[error.code].text}${cause}`
  }
  if (error instanceof Error && error.name === 'AbortError') return 'Stopped.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

import { AppError } from '@reviewguide/contracts'
import { DatabaseError } from 'pg'

/**
 * SQLSTATEs that mean "not now" rather than "wrong": a lost or refused connection (class 08), out of resources (53), an operator's
 * intervention (57: shutdown, start-up, a statement that ran over its time), a wrong password or database (28, 3D), a failing disk (58).
 */
const unavailableClasses = new Set(['08', '28', '3D', '53', '57', '58'])

/** The SQLSTATE of a Postgres error, also of one that was translated already; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code
  return error instanceof AppError && error.cause instanceof DatabaseError ? error.cause.code : undefined
}

/**
 * Translates a failure of the driver: what may go away by itself becomes `database_unavailable` with the cause, everything else stays
 * as it is. The driver gives errors of the socket, of the pool and of a connection that ended no SQLSTATE; whatever is not an answer
 * of the server and not a slip of the caller's values is therefore the connection.
 */
export function databaseError(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (error instanceof DatabaseError) {
    const unavailable = unavailableClasses.has((error.code ?? '').slice(0, 2))
    return unavailable ? new AppError('database_unavailable', { cause: error }) : error
  }
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return error
  return new AppError('database_unavailable', { cause: error })
}

import { AppError } from '@reviewguide/contracts'

type CursorValue = string | number | null

/** The place in a list after a row, as an opaque text: the values of its sort keys. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * The sort keys of a cursor that came back from a client. Each is checked by the function at its place, because they go into a query.
 * Throws `invalid_request` for anything that this list never gave out.
 */
export function decodeCursor(cursor: string, checks: readonly ((value: unknown) => boolean)[]): CursorValue[] {
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (cause) {
    throw new AppError('invalid_request', { cause, details: { cursor: 'not a cursor of this list' } })
  }
  const fits =
    Array.isArray(values) && values.length === checks.length && checks.every((check, at) => check(values[at]))
  if (!fits) throw new AppError('invalid_request', { details: { cursor: 'not a cursor of this list' } })
  return values as CursorValue[]
}

export const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Math.abs(value as number) < 2 ** 31

export const isId = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{1,60}$/.test(value)

/** A timestamp as Postgres prints it, to the microsecond: an ISO date of milliseconds would skip or repeat rows. */
export const isTimestamp = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}( BC)?$/.test(value)

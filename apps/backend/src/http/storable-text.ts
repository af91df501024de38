import { AppError } from '@reviewguide/contracts'

/** Refuses text with NUL or half a character, which nobody typed and no text column holds. Throws `invalid_request`. */
export function refuseUnstorable(path: string, text: string | undefined): void {
  if (text === undefined || (!text.includes('\0') && text.isWellFormed())) return
  throw new AppError('invalid_request', {
    details: [{ path, message: 'contains characters that are not text' }],
  })
}

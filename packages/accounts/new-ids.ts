import { randomUUID } from 'node:crypto'
import { AccountId, ApiKeyId, SessionId } from '@reviewguide/contracts'

/** 122 random bits: nobody guesses one, and no two are the same. */
const random = () => randomUUID().replaceAll('-', '')

export const newAccountId = (): AccountId => AccountId.parse(`acc_${random()}`)
export const newSessionId = (): SessionId => SessionId.parse(`ses_${random()}`)
export const newApiKeyId = (): ApiKeyId => ApiKeyId.parse(`key_${random()}`)

/** An id for a row of the library's: `model` is its word for the table. */
export function newIdFor(model: string): string {
  if (model === 'user') return newAccountId()
  if (model === 'session') return newSessionId()
  return `${model === 'account' ? 'sim' : 'ver'}_${random()}`
}

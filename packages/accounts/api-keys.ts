import { createHash, randomBytes } from 'node:crypto'
import type { Account, AccountId, ApiKey, ApiKeyId, NewApiKey } from '@reviewguide/contracts'
import type { Selectable } from 'kysely'
import { accountColumns, toListedAccount } from './account-row.ts'
import { newApiKeyId } from './new-ids.ts'
import type { AccountsDatabase, AccountTables } from './tables.ts'

/** A key's form, so that a scanner for secrets finds one that was published by mistake: 256 random bits. */
const KEY = /^rgk_[\w-]{43}$/

/** Characters of a key that are shown to tell it from others; the rest is far beyond guessing. */
const SHOWN = 8

const DAY_MS = 24 * 60 * 60_000

/** A key is as random as its hash is long: a slow hash, which passwords need, would only slow each request down. */
const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url')

/** Keys by which programs act as an account. Each is looked up in Postgres on every use, so that one that was deleted is dead everywhere at once. */
export function createApiKeys(db: AccountsDatabase) {
  return {
    /** Makes a key, which is returned this once. `expiresInDays` is 1 or more; without it the key works until it is deleted. */
    async create(
      accountId: AccountId,
      { name, expiresInDays }: { name: string; expiresInDays?: number },
    ): Promise<NewApiKey> {
      const key = `rgk_${randomBytes(32).toString('base64url')}`
      const row = await db
        .insertInto('api_keys')
        .values({
          id: newApiKeyId(),
          account_id: accountId,
          name,
          start: key.slice(0, SHOWN),
          key_hash: hashOf(key),
          expires_at: expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * DAY_MS),
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      return { ...toApiKey(row), key }
    },

    /** The account's keys, newest first, also those that have run out. */
    async list(accountId: AccountId): Promise<ApiKey[]> {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toApiKey)
    },

    /** Deletes a key of the account; false when it has none of this id. */
    async delete(accountId: AccountId, id: ApiKeyId): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('api_keys')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    /** Whose key it is; null for one that is unknown, has run out, or is of a disabled account. */
    async accountOf(key: string): Promise<Account | null> {
      if (!KEY.test(key)) return null
      const row = await db
        .selectFrom('api_keys')
        .innerJoin('accounts', 'accounts.id', 'api_keys.account_id')
        .select(accountColumns)
        .where('key_hash', '=', hashOf(key))
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', new Date())]))
        .where('disabled', '=', false)
        .executeTakeFirst()
      if (!row) return null
      const { disabled: _, ...account } = toListedAccount(row)
      return account
    },
  }
}

function toApiKey(row: Selectable<AccountTables['api_keys']>): ApiKey {
  return {
    apiKeyId: row.id,
    name: row.name,
    start: row.start,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
  }
}

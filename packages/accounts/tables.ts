import type { AccountId, ApiKeyId, Role, SessionId } from '@reviewguide/contracts'
import type { ColumnType, Generated, Kysely } from 'kysely'

type DefaultedDate = ColumnType<Date, Date | undefined, Date>

/** The tables of people, as the migration 0012-accounts makes them; what a column means stands there. Times are Date objects. */
export interface AccountTables {
  accounts: {
    id: AccountId
    email: string
    name: string
    image: string | null
    email_confirmed: Generated<boolean>
    role: Generated<Role>
    disabled: Generated<boolean>
    created_at: DefaultedDate
    updated_at: DefaultedDate
  }
  sign_in_methods: {
    id: string
    account_id: AccountId
    provider: string
    provider_account_id: string
    password_hash: string | null
    created_at: DefaultedDate
  }
  sessions: {
    id: SessionId
    account_id: AccountId
    token: string
    ip_address: string | null
    user_agent: string | null
    expires_at: Date
    created_at: DefaultedDate
    updated_at: DefaultedDate
  }
  api_keys: {
    id: ApiKeyId
    account_id: AccountId
    name: string
    start: string
    key_hash: string
    expires_at: Date | null
    created_at: DefaultedDate
  }
}

/** A Kysely over the schema `reviewguide` whose driver gives Date objects. */
export type AccountsDatabase = Kysely<AccountTables>

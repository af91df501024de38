import { type Accounts, type AccountTables, createAccounts } from '@reviewguide/accounts'
import { createKysely, createPool } from '@reviewguide/adapters/postgres'

/** Accounts whose database nobody reaches: enough for tests in which nobody has one. Nothing is connected to before somebody bears a session. */
export function accountsAway(): Accounts {
  const pool = createPool('postgres://nobody@127.0.0.1:1/none')
  return createAccounts({
    db: createKysely<AccountTables>(pool),
    shared: null,
    mailer: { delivers: false, send: async () => {}, close: () => {} },
    secretKey: 'a key for tests only',
    publicUrl: 'https://reviews.example',
  })
}

import { AccountId, Email, type ListedAccount } from '@reviewguide/contracts'
import { CommandError } from '../command-error.ts'
import { readConfig } from '../config.ts'
import { openPeople, type People } from '../dependencies.ts'
import { interruptible } from '../interruptible.ts'
import { openDatabase } from '../open-database.ts'

/** Does work on the accounts of the database that `openDatabase` finds, and closes what was opened. */
export function withAccounts<T>(json: boolean, work: (people: People, signal: AbortSignal) => Promise<T>): Promise<T> {
  return interruptible(async (signal) => {
    const { redisUrl, publicUrl } = readConfig()
    const database = await openDatabase({ signal, say: (text) => json || console.error(text) })
    try {
      const people = await openPeople(database.url, { redisUrl, publicUrl })
      try {
        return await work(people, signal)
      } finally {
        await people.close()
      }
    } finally {
      await database.close()
    }
  })
}

/** The account of an address or an id. Throws `CommandError` when there is none. */
export async function namedAccount(said: string, { administration }: People): Promise<ListedAccount> {
  const id = AccountId.safeParse(said)
  const email = Email.safeParse(said)
  const account = id.success
    ? await administration.find({ accountId: id.data })
    : email.success && (await administration.find({ email: email.data }))
  if (!account) throw new CommandError(`There is no account "${said}". "reviewguide users list" shows all.`)
  return account
}

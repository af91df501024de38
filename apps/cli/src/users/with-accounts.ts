import { AccountId, Email, type ListedAccount } from '@reviewguide/contracts'
import { CommandError } from '../command-error.ts'
import { readConfig } from '../config.ts'
import { dataFolder } from '../data-folder.ts'
import { openPeople, type People } from '../dependencies.ts'
import { interruptible } from '../interruptible.ts'
import { openDatabase } from '../open-database.ts'
import { publicAddress } from '../public-address.ts'
import { runningServer } from '../server-record.ts'

/** Does work on the accounts of the database that `openDatabase` finds, and closes what was opened. */
export function withAccounts<T>(json: boolean, work: (people: People, signal: AbortSignal) => Promise<T>): Promise<T> {
  return interruptible(async (signal) => {
    const config = readConfig()
    const database = await openDatabase({ signal, say: (text) => json || console.error(text) })
    try {
      const server = database.from === 'server' ? runningServer(dataFolder(config.dataDir)) : null
      const people = await openPeople(database.url, {
        redisUrl: config.redisUrl,
        publicUrl: publicAddress(config, server),
      })
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

import { text as readAll } from 'node:stream/consumers'
import { Email, PASSWORD_MAX, PASSWORD_MIN } from '@reviewguide/contracts'
import { Command } from 'commander'
import { CommandError } from '../command-error.ts'
import { accountLine } from './list.ts'
import { withAccounts } from './with-accounts.ts'

interface Options {
  admin?: boolean
  name?: string
  passwordStdin?: boolean
  json?: boolean
}

/** `reviewguide users create`: makes an account. A password is never an argument: other users of the machine can read those. */
export function createCommand(): Command {
  return new Command('create')
    .description('make an account; prints a link by which its owner sets the password')
    .argument('<email>', 'its address')
    .option('--admin', 'make it an administrator')
    .option('--name <name>', 'what the person is called')
    .option('--password-stdin', 'read the password from standard input and print no link')
    .option('--json', 'print one JSON object')
    .action(async (said: string, { admin = false, name = '', passwordStdin = false, json = false }: Options) => {
      const email = Email.safeParse(said)
      if (!email.success) throw new CommandError(`"${said}" is no email address.`)
      const password = passwordStdin ? (await readAll(process.stdin)).replace(/\r?\n$/, '') : undefined
      if (password !== undefined && (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX)) {
        throw new CommandError(`A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`)
      }
      await withAccounts(json, async ({ administration }) => {
        if (await administration.find({ email: email.data })) {
          throw new CommandError(`There is an account "${email.data}" already.`)
        }
        const role = admin ? 'administrator' : 'person'
        const account = await administration.create({ email: email.data, name, password, role })
        const resetLink = password === undefined ? await administration.resetLink(account.accountId) : undefined
        if (json) return console.log(JSON.stringify({ ...account, resetLink }))
        console.log(`Made ${accountLine(account)}`)
        if (resetLink) console.log(`The password is set here, once, within an hour:\n${resetLink}`)
      })
    })
}

import { Role } from '@reviewguide/contracts'
import { Argument, Command } from 'commander'
import type { People } from '../dependencies.ts'
import { accountCommand } from './account-command.ts'
import { namedAccount, withAccounts } from './with-accounts.ts'

async function setRole(said: string, role: Role, people: People): Promise<{ text: string; json: object }> {
  const { accountId, role: before, ...account } = await namedAccount(said, people)
  if (before === role) return { text: `${account.email} is ${word(role)} already.`, json: { accountId, role } }
  await people.administration.setRole(accountId, role)
  return { text: `${account.email} is ${word(role)} now, and signs in anew.`, json: { accountId, role } }
}

const word = (role: Role) => (role === 'administrator' ? 'an administrator' : 'a person like any other')

/** `reviewguide users make-admin`: makes an account an administrator. */
export function makeAdminCommand(): Command {
  return accountCommand({
    name: 'make-admin',
    description: 'make an account an administrator',
    act: ({ email }, people) => setRole(email, 'administrator', people),
  })
}

/** `reviewguide users role`: sets what an account may do. */
export function roleCommand(): Command {
  return new Command('role')
    .description('set what an account may do')
    .argument('<account>', 'its address or id')
    .addArgument(new Argument('<role>').choices(Role.options))
    .option('--json', 'print one JSON object')
    .action((said: string, role: Role, { json = false }: { json?: boolean }) =>
      withAccounts(json, async (people) => {
        const outcome = await setRole(said, role, people)
        console.log(json ? JSON.stringify(outcome.json) : outcome.text)
      }),
    )
}

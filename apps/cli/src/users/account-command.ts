import type { ListedAccount } from '@reviewguide/contracts'
import { Command } from 'commander'
import type { People } from '../dependencies.ts'
import { namedAccount, withAccounts } from './with-accounts.ts'

export interface AccountCommand {
  name: string
  description: string
  /** Does it, and gives what is printed: a sentence, and with `--json` an object. */
  act: (account: ListedAccount, people: People) => Promise<{ text: string; json: object }>
}

/** A command that does one thing to one account. */
export function accountCommand({ name, description, act }: AccountCommand): Command {
  return new Command(name)
    .description(description)
    .argument('<account>', 'its address or id')
    .option('--json', 'print one JSON object')
    .action((said: string, { json = false }: { json?: boolean }) =>
      withAccounts(json, async (people) => {
        const outcome = await act(await namedAccount(said, people), people)
        console.log(json ? JSON.stringify(outcome.json) : outcome.text)
      }),
    )
}

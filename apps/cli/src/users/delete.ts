import { Command } from 'commander'
import { CommandError } from '../command-error.ts'
import { namedAccount, withAccounts } from './with-accounts.ts'

/** `reviewguide users delete`: deletes an account with all that is its own. */
export function deleteCommand(): Command {
  return new Command('delete')
    .description('delete an account with its chats, sessions and keys, for good')
    .argument('<account>', 'its address or id')
    .option('--yes', 'do it: without this the command only says what it would delete')
    .option('--json', 'print one JSON object')
    .action((said: string, { yes = false, json = false }: { yes?: boolean; json?: boolean }) =>
      withAccounts(json, async (people, signal) => {
        const { accountId, email } = await namedAccount(said, people)
        const counted = (chats: number) => `${chats} ${chats === 1 ? 'chat' : 'chats'}`
        if (!yes) {
          const chats = counted(await people.countChats(accountId))
          throw new CommandError(`This deletes ${email} with ${chats}, for good. Add --yes to do it.`)
        }
        // The chats first: what is interrupted can be asked for again as long as the account is there.
        const chats = await people.deleteChats(accountId, signal)
        await people.administration.delete(accountId)
        console.log(json ? JSON.stringify({ accountId, chats }) : `Deleted ${email} with ${counted(chats)}.`)
      }),
    )
}

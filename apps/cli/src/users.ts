import { Command } from 'commander'
import { createCommand } from './users/create.ts'
import { deleteCommand } from './users/delete.ts'
import { disableCommand, enableCommand } from './users/disable.ts'
import { listCommand } from './users/list.ts'
import { resetLinkCommand } from './users/reset-link.ts'
import { makeAdminCommand, roleCommand } from './users/role.ts'
import { signOutCommand } from './users/sign-out.ts'

const help = `
An account is named by its address or its id. With a Redis, give the server's REDIS_URL: what is changed here then holds on every backend at once, and
without it only when the sessions that are kept there have been read again, after five minutes at most.

Examples:
  reviewguide users create mia@example.com --admin
  reviewguide users list --json
  reviewguide users reset-link mia@example.com
  reviewguide users sign-out-everywhere mia@example.com`

/** `reviewguide users`: looks after the accounts of people. */
export function usersCommand(): Command {
  const users = new Command('users').description('look after accounts: list, create, administrators, disable, delete')
  const commands = [
    listCommand(),
    createCommand(),
    makeAdminCommand(),
    roleCommand(),
    disableCommand(),
    enableCommand(),
    signOutCommand(),
    resetLinkCommand(),
    deleteCommand(),
  ]
  for (const command of commands) users.addCommand(command)
  return users.addHelpText('after', help)
}

import type { Command } from 'commander'
import { accountCommand } from './account-command.ts'

/** `reviewguide users sign-out-everywhere`: ends every session of an account. */
export function signOutCommand(): Command {
  return accountCommand({
    name: 'sign-out-everywhere',
    description: 'end every session of an account',
    async act({ accountId, email }, { sessions }) {
      const { length } = await sessions.list(accountId, null)
      await sessions.endAll(accountId)
      const text = `${email} was signed out (${length} ${length === 1 ? 'session' : 'sessions'}).`
      return { text, json: { accountId, ended: length } }
    },
  })
}

import type { Command } from 'commander'
import { accountCommand } from './account-command.ts'

/** `reviewguide users reset-link`: prints a link by which its reader sets an account's password. */
export function resetLinkCommand(): Command {
  return accountCommand({
    name: 'reset-link',
    description: 'print a link that sets a new password, once, within an hour',
    async act({ accountId }, { administration }) {
      const resetLink = await administration.resetLink(accountId)
      return { text: resetLink, json: { accountId, resetLink } }
    },
  })
}

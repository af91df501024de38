import type { Command } from 'commander'
import { accountCommand } from './account-command.ts'

/** `reviewguide users disable`: signs an account out everywhere and lets it in no more. */
export function disableCommand(): Command {
  return accountCommand({
    name: 'disable',
    description: 'sign an account out everywhere and let it in no more',
    async act({ accountId, email }, { administration }) {
      await administration.setDisabled(accountId, true)
      return { text: `${email} is disabled.`, json: { accountId, disabled: true } }
    },
  })
}

/** `reviewguide users enable`: lets a disabled account in again. */
export function enableCommand(): Command {
  return accountCommand({
    name: 'enable',
    description: 'let a disabled account in again',
    async act({ accountId, email }, { administration }) {
      await administration.setDisabled(accountId, false)
      return { text: `${email} may sign in.`, json: { accountId, disabled: false } }
    },
  })
}

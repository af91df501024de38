import type { ListedAccount } from '@reviewguide/contracts'
import { Command } from 'commander'
import { writeLine } from '../write-line.ts'
import { withAccounts } from './with-accounts.ts'

/** Accounts that are read at a time. */
const PAGE = 100

/** `reviewguide users list`: all accounts, by address. */
export function listCommand(): Command {
  return new Command('list')
    .description('list accounts by address')
    .option('--search <text>', 'only those whose address or name contains it')
    .option('--json', 'print one JSON object a line')
    .action(({ search, json = false }: { search?: string; json?: boolean }) =>
      withAccounts(json, async ({ administration }, signal) => {
        let cursor: string | undefined
        let some = false
        do {
          const page = await administration.list({ cursor, limit: PAGE, q: search })
          for (const account of page.items)
            await writeLine(json ? JSON.stringify(account) : accountLine(account), signal)
          some ||= page.items.length > 0
          cursor = page.nextCursor ?? undefined
        } while (cursor !== undefined)
        if (!some && !json)
          console.log(search === undefined ? 'There are no accounts yet.' : 'There is no such account.')
      }),
    )
}

/** An account in one line: `mia@example.com  administrator  since 2026-11-28  acc_…`. */
export function accountLine({ email, role, disabled, emailConfirmed, createdAt, accountId }: ListedAccount): string {
  const marks = [disabled && 'disabled', !emailConfirmed && 'unconfirmed'].filter(Boolean)
  return [email, role, ...marks, `since ${createdAt.slice(0, 10)}`, accountId].join('  ')
}

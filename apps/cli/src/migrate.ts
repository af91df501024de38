import { Command } from 'commander'
import { migrate } from './dependencies.ts'
import { interruptible } from './interruptible.ts'
import { openDatabase } from './open-database.ts'

/** `reviewguide migrate`: brings the database's tables up to date. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the tables of the database up to date')
    .option('--json', 'print one JSON object')
    .action(({ json = false }: { json?: boolean }) =>
      interruptible(async (signal) => {
        const database = await openDatabase({ signal, migrated: false, say: (text) => json || console.error(text) })
        try {
          const applied = await migrate(database.url)
          if (json) console.log(JSON.stringify({ applied }))
          else console.log(applied.length === 0 ? 'The tables are up to date.' : `Applied ${applied.join(', ')}.`)
        } finally {
          await database.close()
        }
      }),
    )
}

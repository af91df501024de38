import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, lockOwner } from '@reviewguide/adapters/own-postgres'
import { Command } from 'commander'
import { CommandError } from './command-error.ts'
import { readConfig } from './config.ts'
import { dataFolder } from './data-folder.ts'

/** Page, backend and database have bounds of their own, which add up to less. */
const PATIENCE_MS = 45_000

/** `reviewguide stop`: stops the server that runs on the data folder, as Ctrl-C in its terminal does. */
export function stopCommand(): Command {
  return new Command('stop')
    .description('stop the ReviewGuide that runs on the data folder')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false }: { json?: boolean }) => {
      const folder = dataFolder(readConfig().dataDir)
      const owner = lockOwner(join(folder, 'server.lock'))
      if (owner !== null) {
        process.kill(owner.pid, 'SIGTERM')
        for (const deadline = Date.now() + PATIENCE_MS; isRunning(owner); await sleep(50)) {
          if (Date.now() > deadline) throw new CommandError(`Process ${owner.pid} does not end.`)
        }
      }
      const text = owner ? `Stopped (process ${owner.pid}).` : `No ReviewGuide runs on ${folder}.`
      console.log(json ? JSON.stringify({ stopped: owner?.pid ?? null }) : text)
    })
}

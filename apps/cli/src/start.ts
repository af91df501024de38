import { Command } from 'commander'
import { CommandError } from './command-error.ts'
import { readConfig } from './config.ts'
import { dataFolder, openDataFolder } from './data-folder.ts'
import { serve } from './serve/serve.ts'
import { createSteps, outputMode } from './steps.ts'

/** One Ctrl-C may arrive twice, from the terminal and from npm, which passes it on; a person's second one comes later than this. */
const SAME_CTRL_C_MS = 400

/** `reviewguide start`: builds, starts and keeps running all of ReviewGuide until it is told to stop. */
export function startCommand(): Command {
  return new Command('start')
    .description('start ReviewGuide: database, backend and page; Ctrl-C stops all of it')
    .option('--host <address>', 'the address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option('--json', 'print one JSON object a line')
    .addHelpText(
      'after',
      '\nEnvironment: PORT (page, 3000), APP_PORT (backend, 8000), REVIEWGUIDE_DATA_DIR, DATABASE_URL, REDIS_URL,\n  LOG_LEVEL, LOG_FORMAT (of the files in its logs folder: text)',
    )
    .action(async ({ host, json = false }: { host: string; json?: boolean }) => {
      const steps = createSteps(outputMode(json))
      const ending = watchForEnd(steps.say)
      const config = readConfig()
      const folder = openDataFolder(dataFolder(config.dataDir))
      steps.say(`ReviewGuide on Node ${process.versions.node}; its data is in ${folder}`)
      let lost: string | null = null
      try {
        const serving = await serve({
          config,
          folder,
          host,
          steps,
          signal: ending.signal,
          onGiveUp: (name) => {
            lost = name
            ending.end()
          },
        })
        steps.say(`\nReady. Open ${serving.url}\nCtrl-C stops it.`)
        await ending.asked
        await steps.run(
          'Stopping',
          () => serving.stop(ending.hurry),
          () => 'Stopped. Nothing is left running.',
        )
      } catch (error) {
        if (!ending.signal.aborted) throw error
        steps.say('Stopped before it was ready. Nothing is left running.')
      }
      if (lost !== null) throw new CommandError(`The ${String(lost)} kept ending; its log is in ${folder}/logs.`)
    })
}

/** Listens for what ends the server: `signal` aborts and `asked` settles at the first, `hurry` aborts at the second. */
function watchForEnd(say: (text: string) => void) {
  const first = new AbortController()
  const second = new AbortController()
  let firstAt = 0
  const onSignal = () => {
    if (!first.signal.aborted) {
      firstAt = Date.now()
      first.abort()
    } else if (Date.now() - firstAt > SAME_CTRL_C_MS && !second.signal.aborted) {
      say('Hurrying.')
      second.abort()
    }
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  return {
    signal: first.signal,
    hurry: second.signal,
    end: () => first.abort(),
    asked: new Promise<void>((resolve) => first.signal.addEventListener('abort', () => resolve(), { once: true })),
  }
}

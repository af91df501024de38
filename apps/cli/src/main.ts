import { Command } from 'commander'
import { endWithParent } from './end-with-parent.ts'
import { reportFailure } from './report-failure.ts'

/** Each command is read only when it is run: some bring a language model along, which takes a tenth of a second to load. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).startCommand(),
  stop: async () => (await import('./stop.ts')).stopCommand(),
  ask: async () => (await import('./ask.ts')).askCommand(),
  search: async () => (await import('./search.ts')).searchCommand(),
  aspects: async () => (await import('./aspects.ts')).aspectsCommand(),
  analyze: async () => (await import('./analyze.ts')).analyzeCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  users: async () => (await import('./users.ts')).usersCommand(),
  migrate: async () => (await import('./migrate.ts')).migrateCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
}

endWithParent()

const program = new Command('reviewguide')
  .description(
    'Answers which to buy, book or use from what people wrote in reviews, and shows the sentence behind every claim.',
  )
  .showHelpAfterError('(add --help for the options)')

const name = process.argv[2] ?? ''
const named = Object.hasOwn(commands, name) ? commands[name] : undefined
for (const load of named ? [named] : Object.values(commands)) program.addCommand(await load())

// A reader that has seen enough (`| head`), or a terminal that is gone, is like a request to end: what was started is stopped in order.
let readerGone = false
process.stdout.once('error', () => {
  readerGone = true
  if (!process.emit('SIGTERM')) process.exit(0)
})
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  await program.parseAsync()
} catch (error) {
  // What a reader that left has ended is no failure to tell about.
  if (!readerGone) {
    reportFailure(error)
    process.exitCode = 1
  }
}

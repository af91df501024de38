import { ImportId, Kind } from '@reviewguide/contracts'
import { type Field, fieldNames, formatNames, type ImportOptions, type Mapping } from '@reviewguide/corpus'
import { Command, InvalidArgumentError, Option } from 'commander'
import { CommandError } from './command-error.ts'
import { readConfig } from './config.ts'
import { dataFolder } from './data-folder.ts'
import { importReviews, undoReviews } from './dependencies.ts'
import { importHelp } from './import-help.ts'
import { createImportScreen } from './import-screen.ts'
import { openDatabase } from './open-database.ts'

interface Options extends ImportOptions {
  undo?: ImportId
  json?: boolean
}

/** What a shell gives for a process that Ctrl-C ended. */
const INTERRUPTED_STATUS = 130

/** `reviewguide import`: reads files of reviews into the corpus, or takes an import back. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'read files of reviews into the corpus, whatever their format (see below); running it again changes nothing, a correction replaces what is stored',
    )
    .argument('[files...]', 'the files')
    .addOption(
      new Option('--format <name>', 'the format of the files, or the data set they are of')
        .choices(formatNames)
        .default('auto'),
    )
    .option('--category <name>', 'category of all items, whatever the rows say')
    .addOption(new Option('--kind <kind>', 'kind of all items, whatever the rows say').choices(Kind.options))
    .option('--map <field=column...>', `which column fills a field; fields: ${fieldNames.join(', ')}`, mapping)
    .option('--item <name>', 'the one item that all rows are about, for files that name none')
    .option('--source <name>', "name of the source where rows name none (default: the file's name)")
    .option('--currency <code>', 'currency of prices that name none, for example INR')
    .option(
      '--rating-scale <highest>',
      'highest rating of the scale where rows do not say (default: 10 or 100 where most ratings of a table need it, else 5)',
      positive,
    )
    .option('--encoding <name>', 'encoding of the files, for example iso-8859-2 (default: told from the file)')
    .option('--dry-run', 'read and check everything, show which column was taken for what, store nothing')
    .option(
      '--undo <import-id>',
      'take an import back: what it added goes, what it corrected stays corrected',
      importId,
    )
    .option('--json', 'print one JSON object for each file')
    .addHelpText('after', importHelp)
    .action(async (files: string[], { undo, json = false, ...options }: Options) => {
      if ((undo === undefined) === (files.length === 0)) {
        throw new CommandError('Name the files to import, or an import to take back with --undo.')
      }
      const ending = new AbortController()
      const end = () => ending.abort()
      process.once('SIGINT', end).once('SIGTERM', end)
      const screen = createImportScreen({ json, stderr: process.stderr })
      const database = await openDatabase({ say: (text) => json || console.error(text), signal: ending.signal })
      try {
        if (undo !== undefined) {
          await takeBack(database.url, undo, json, ending.signal)
          return
        }
        const outcomes = await importReviews(database.url, files, {
          options,
          rejectsFolder: dataFolder(readConfig().dataDir),
          onProgress: (progress) => screen.progress(progress),
          signal: ending.signal,
        })
        for (const outcome of outcomes) screen.outcome(outcome)
        const failed = outcomes.some((outcome) => 'error' in outcome || outcome.report.rejected === outcome.report.read)
        process.exitCode = ending.signal.aborted ? INTERRUPTED_STATUS : failed ? 1 : 0
      } finally {
        screen.end()
        await database.close()
      }
    })
}

async function takeBack(url: string, id: ImportId, json: boolean, signal: AbortSignal): Promise<void> {
  const undone = await undoReviews(url, id, signal)
  if (undone === null) throw new CommandError(`There is no import ${id} to take back.`)
  if (json) console.log(JSON.stringify(undone))
  else console.log(`Took back ${undone.reviews} reviews and ${undone.items} items of ${id}.`)
}

function mapping(pair: string, earlier: Mapping | undefined): Mapping {
  const at = pair.indexOf('=')
  const [field, column] = [pair.slice(0, at), pair.slice(at + 1)]
  const known = fieldNames.find((name) => name === field || name.endsWith(`.${field}`))
  if (at < 1 || column === '' || known === undefined) {
    throw new InvalidArgumentError(`Write it as field=column; the fields are ${fieldNames.join(', ')}.`)
  }
  return { ...earlier, [known satisfies Field]: column }
}

function importId(text: string): ImportId {
  const parsed = ImportId.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('An import id begins with imp_; the import printed it.')
}

function positive(text: string): number {
  const value = Number(text)
  if (value > 0 && value <= 1000) return value
  throw new InvalidArgumentError('Expected a number above 0 and up to 1000.')
}

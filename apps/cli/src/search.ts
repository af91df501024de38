import { MESSAGE_LIMIT } from '@reviewguide/contracts'
import { createItemRanking, MOST_RANKED } from '@reviewguide/workflow/rank-query'
import { Command, InvalidArgumentError } from 'commander'
import { CommandError } from './command-error.ts'
import type { Corpus } from './dependencies.ts'
import { inOrder } from './in-order.ts'
import { interruptible } from './interruptible.ts'
import { readJsonLines } from './json-lines.ts'
import { openInput } from './open-input.ts'
import { answerLine } from './search/answer-line.ts'
import { rankingText } from './search/print-ranking.ts'
import { searchItems } from './search/search-result.ts'
import { knownCategory, withCorpus } from './with-corpus.ts'
import { writeLine } from './write-line.ts'

interface Options {
  category?: string
  limit: number
  batch?: boolean
  json?: boolean
}

/** Queries of a batch worked on at once: one for each connection but the one that quotes are read by. */
const AT_ONCE = 3

const help = `
A need ("quiet hotel for a family") is ordered as answers are: by the reviews' judgement on the wanted aspects and their rating, the less sure the lower. A query by
words ("snow blower 24 in") is ordered by how well items fit the words first, spelling slips aside. Items with fewer than five reviews come after the judged ones that
fit as well. Prices, brands and ratings named in the query are limits.

With --batch, lines {"id", "query", "category"?, "limit"?} on standard input give lines {"id", "items": […]} in the same order, or {"id", "error"};
the exit status is 1 when there was an error.

Examples:
  reviewguide search "light laptop for college under 700"
  reviewguide search "good gas mileage" --category cars --limit 20 --json
  reviewguide search --batch < queries.jsonl > results.jsonl`

/** `reviewguide search`: ranked items for a need. */
export function searchCommand(): Command {
  return new Command('search')
    .description('rank items for a need, with score, aspects and quotes')
    .argument('[query]', 'what you look for, in quotation marks')
    .option('--category <name>', 'only items of this category')
    .option('--limit <count>', `most items, up to ${MOST_RANKED}`, count, 10)
    .option('--batch', 'read one JSON query a line from standard input')
    .option('--json', 'print one JSON object')
    .addHelpText('after', help)
    .action((query: string | undefined, options: Options) =>
      interruptible(async (signal) => {
        const { batch = false, json = false } = options
        if (batch ? query !== undefined : !query?.trim()) {
          throw new CommandError(
            batch ? 'With --batch the queries come from standard input.' : 'Say what you look for.',
          )
        }
        if (query && query.length > MESSAGE_LIMIT)
          throw new CommandError(`A query has at most ${MESSAGE_LIMIT} characters.`)
        const say = (text: string) => json || batch || console.error(text)
        await withCorpus({ say, signal }, async (corpus) => {
          const category = options.category ? await knownCategory(options.category, corpus, signal) : undefined
          const settled = { category, limit: options.limit }
          if (batch) return searchBatch(corpus, settled, signal)
          const ranking = await createItemRanking(corpus)(query ?? '', settled, signal)
          const { understanding, leftOut } = ranking
          if (!json) return writeLine(rankingText(ranking), signal)
          const understood = { category: understanding.category ?? null, aspects: understanding.aspects }
          const outside = leftOut.map(({ item: { itemId, externalId, name }, reason }) => ({
            itemId,
            externalId,
            name,
            reason,
          }))
          return writeLine(
            JSON.stringify({ query, ...understood, items: searchItems(ranking), leftOut: outside }),
            signal,
          )
        })
      }),
    )
}

async function searchBatch(corpus: Corpus, defaults: { category?: string; limit: number }, signal: AbortSignal) {
  const ranking = createItemRanking(corpus)
  const deps = {
    defaults,
    rank: (query: string, options: typeof defaults) => ranking(query, options, signal),
    categoryOf: (said: string) => knownCategory(said, corpus, signal),
  }
  const lines = readJsonLines(await openInput(undefined, signal))
  for await (const result of inOrder(lines, AT_ONCE, (line) => answerLine(line, deps, signal))) {
    await writeLine(JSON.stringify(result), signal)
    if ('error' in result) process.exitCode = 1
  }
}

function count(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= MOST_RANKED) return value
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_RANKED}.`)
}

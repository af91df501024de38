import { Command } from 'commander'
import { scoredItems } from './aspects/aspect-scores.ts'
import { findItem } from './aspects/find-item.ts'
import { itemAspects } from './aspects/item-aspects.ts'
import { itemLine, itemText } from './aspects/print-aspects.ts'
import { CommandError } from './command-error.ts'
import { interruptible } from './interruptible.ts'
import { knownCategory, withCorpus } from './with-corpus.ts'
import { writeLine } from './write-line.ts'

/** Items of a category that are listed: more than any category has that one machine holds. */
const MOST_ITEMS = 1_000_000

const help = `
The score of an aspect is the share of praise among what the reviews say of it, 0 to 1: weighed by trust and age, and drawn towards what is usual in the
category for an item of its tone where few speak of it. With --category and --json every item has a score on each of the category's fifty most mentioned aspects,
also on those that its own reviews pass over.

With --json an item gives one object, and a category one object a line for each of its items:
  {"itemId", "externalId", "name", "aspects": [{"aspect", "positive", "negative", "mentions", "score"}, …]}

Examples:
  reviewguide aspects "Tern Sprint"
  reviewguide aspects --category earbuds
  reviewguide aspects --category earbuds --json > scores.jsonl`

/** `reviewguide aspects`: what the reviews of an item, or of all items of a category, say aspect by aspect. */
export function aspectsCommand(): Command {
  return new Command('aspects')
    .description('show what reviews say of an item, or of all items of a category, aspect by aspect')
    .argument('[item]', 'its name, its id, or the id of its import')
    .option('--category <name>', 'all items of the category; with an item: look for it there only')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action((said: string | undefined, { category: asked, json = false }: { category?: string; json?: boolean }) =>
      interruptible(async (signal) => {
        if (!said?.trim() && !asked) throw new CommandError('Name an item, or a category with --category.')
        await withCorpus({ say: (text) => json || console.error(text), signal }, async (corpus) => {
          const category = asked ? await knownCategory(asked, corpus, signal) : undefined
          if (said?.trim()) {
            const found = await itemAspects(await findItem(said, category, corpus, signal), corpus.evidence, signal)
            return writeLine(json ? JSON.stringify(found) : itemText(found), signal)
          }
          const everything = {
            text: '',
            category,
            brandsIn: [],
            brandsOut: [],
            itemsOut: [],
            aspects: [],
            limit: MOST_ITEMS,
          }
          const { candidates } = await corpus.search.search(everything, signal)
          for await (const item of scoredItems(candidates, corpus.evidence, signal)) {
            await writeLine(json ? JSON.stringify(item) : itemLine(item), signal)
          }
        })
      }),
    )
}

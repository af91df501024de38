import { Command } from 'commander'
import { findOpinions, judgeTargets, textOf } from './analyze/analyse-line.ts'
import { finderFor } from './analyze/finder-for.ts'
import { interruptible } from './interruptible.ts'
import { type JsonLine, readJsonLines } from './json-lines.ts'
import { openInput } from './open-input.ts'
import { writeLine } from './write-line.ts'

interface Options {
  targets?: boolean
  category?: string
  learn: boolean
  implicit?: boolean
  judged?: boolean
}

/** What is read before the first line is written, to learn from: most lines, and most UTF-16 units of text. More teaches little, and Ctrl-C waits while it is learned from. */
const HELD_LINES = 5000
const HELD_UNITS = 2_000_000

const help = `
Lines in:   {"id": "r1", "text": "Great sound, but the case squeaks."}
Lines out:  {"id": "r1", "opinions": [{"aspect": "sound quality", "term": "sound", "polarity": "positive", "start": 6, "end": 11}, …]}

With --targets, lines {"id", "text", "targets": [{"start", "end"}]} give {"id", "opinions": [{"start", "end", "polarity"}]}, one for each target in order;
a target without length stands for the whole text. Offsets are UTF-16 units into the text as given. Needs no database.

Without --targets the first ${HELD_LINES.toLocaleString('en')} lines are read before the first is written: what they are about and what they judge decides what counts as an aspect.
Terms of sentences that judge nothing are given too, as neutral. With --judged they are not, nor is what hardly any of the texts speaks of: what is left are a product's aspects.
With --no-learn every line is read by itself, and written as soon as it is read.
A line that cannot be read is named on standard error, and the exit status is then 1; the others are done.

Examples:
  reviewguide analyze reviews.jsonl > opinions.jsonl
  echo '{"id": 1, "text": "The screen is dim."}' | reviewguide analyze --category laptops`

/** `reviewguide analyze`: finds the opinions in texts, line by line. */
export function analyzeCommand(): Command {
  return new Command('analyze')
    .description('find the opinions in texts: JSON lines in, JSON lines out')
    .argument('[file]', 'JSON lines; standard input when none is named')
    .option('--targets', 'judge the targets that each line names instead of finding aspects')
    .option('--category <name>', 'what the texts are about (default: what they are likely about)')
    .option('--no-learn', 'learn nothing from the texts: the lists decide, for the category if one is named')
    .option('--implicit', 'also opinions that name no aspect: "too heavy" is about the weight')
    .option('--judged', 'only judgements, on what the texts speak of more than in passing')
    .option('--json', 'JSON lines, which the output always is')
    .addHelpText('after', help)
    .action((file: string | undefined, { targets = false, category, learn, implicit, judged }: Options) =>
      interruptible(async (signal) => {
        const lines = readJsonLines(await openInput(file, signal))
        const held = targets || !learn ? [] : await firstOf(lines)
        const texts = held.map((line) => ('value' in line ? textOf(line.value) : null)).filter((text) => text !== null)
        const found = learn ? finderFor(texts, category, { judged }) : finderFor([], category ?? '', { judged })
        const analyse = (value: unknown) =>
          targets ? judgeTargets(value) : findOpinions(value, found.finder, { category: found.category, implicit })

        for await (const read of oneAfterTheOther(held, lines)) {
          const analysed = 'problem' in read ? { ok: false as const, problem: read.problem } : analyse(read.value)
          if (analysed.ok) await writeLine(JSON.stringify(analysed.result), signal)
          else {
            console.error(`reviewguide: line ${read.line}: ${analysed.problem}`)
            process.exitCode = 1
          }
        }
      }),
    )
}

/** The lines up to what may be held; the source keeps the rest. */
async function firstOf(lines: AsyncGenerator<JsonLine, void>): Promise<JsonLine[]> {
  const held: JsonLine[] = []
  for (let units = 0; held.length < HELD_LINES && units < HELD_UNITS; ) {
    const { value: line } = await lines.next()
    if (!line) break
    held.push(line)
    units += 'value' in line ? (textOf(line.value)?.length ?? 0) : 0
  }
  return held
}

async function* oneAfterTheOther(held: JsonLine[], rest: AsyncGenerator<JsonLine, void>) {
  yield* held
  yield* rest
}

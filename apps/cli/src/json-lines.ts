import { createLineSplitter } from '@reviewguide/corpus'

/** Longest line that is read, in bytes: a ten-megabyte text with all of its escapes. */
const LONGEST_LINE = 32_000_000

/** A line of JSON with its number, from 1, or why it cannot be read. */
export type JsonLine = { line: number } & ({ value: unknown } | { problem: string })

/** Reads JSON lines as their bytes arrive; empty lines are passed over. Holds one line at a time, and of one that is too long only its beginning. */
export async function* readJsonLines(input: AsyncIterable<Buffer>): AsyncGenerator<JsonLine, void> {
  const splitter = createLineSplitter({ maxBytes: LONGEST_LINE })
  for await (const chunk of input) yield* parsed(splitter.push(chunk))
  yield* parsed(splitter.end())
}

function* parsed(lines: ReturnType<ReturnType<typeof createLineSplitter>['push']>): Generator<JsonLine, void> {
  for (const { line, bytes, tooLong } of lines) {
    if (tooLong) yield { line, problem: `the line is longer than ${LONGEST_LINE / 1e6} MB` }
    else yield* parse(line, bytes)
  }
}

function* parse(line: number, bytes: Buffer): Generator<JsonLine, void> {
  let text: string
  try {
    // Also takes the byte order mark away that some programs begin a file with.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    yield { line, problem: 'the line is not valid UTF-8' }
    return
  }
  if (text.trim() === '') return
  try {
    yield { line, value: JSON.parse(text) as unknown }
  } catch (error) {
    yield { line, problem: `broken JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'cannot be read'}` }
  }
}

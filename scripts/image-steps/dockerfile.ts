/** The instructions that are understood. Another one is an error: passed over, the tree would be another than the image. */
const keywords = [
  'FROM',
  'ARG',
  'WORKDIR',
  'COPY',
  'ADD',
  'RUN',
  'ENV',
  'USER',
  'EXPOSE',
  'VOLUME',
  'CMD',
  'HEALTHCHECK',
] as const

export interface Instruction {
  /** The line of the file on which it begins, from 1. */
  line: number
  keyword: (typeof keywords)[number]
  /** `--from=build` is `from: 'build'`. */
  flags: Record<string, string>
  /** What stands after the flags, its lines joined. */
  text: string
  /** The same in the form `["node", "main.ts"]`; null when it is written for a shell. */
  list: string[] | null
}

export interface Stage {
  base: string
  /** What `AS` calls it. */
  name: string | undefined
  line: number
  /** All that comes after its `FROM`. */
  instructions: Instruction[]
}

/** Where a Dockerfile cannot be understood. */
export class DockerfileError extends Error {
  constructor(line: number, text: string) {
    super(`line ${line}: ${text}`)
    this.name = 'DockerfileError'
  }
}

/** Reads a Dockerfile into its stages, the last of which is the image. Throws a `DockerfileError` at what it does not understand. */
export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = []
  for (const [line, whole] of joinLines(text)) {
    const instruction = parseInstruction(line, whole)
    const stage = stages.at(-1)
    if (instruction.keyword === 'FROM') stages.push(startStage(instruction))
    else if (stage) stage.instructions.push(instruction)
    else if (instruction.keyword !== 'ARG') throw new DockerfileError(line, `${instruction.keyword} before any FROM`)
  }
  if (stages.length === 0) throw new DockerfileError(1, 'there is no FROM')
  return stages
}

/** The variables of an `ENV`, or of an `ARG` (without a value: empty). */
export function variablesOf({ line, keyword, text }: Instruction): Record<string, string> {
  const variables: Record<string, string> = {}
  const rest = text.replace(
    /([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|[^\s"']*))?(?:\s+|$)/gy,
    (_, name: string, value = '') => {
      variables[name] = value.replace(/^(["'])(.*)\1$/, '$2')
      return ''
    },
  )
  if (rest !== '' || (keyword === 'ENV' && !/^\w+=/.test(text))) {
    throw new DockerfileError(line, `${keyword} is understood as NAME=value alone`)
  }
  return variables
}

/** Sources and target of a `COPY` or an `ADD`. */
export function pathsOf({ line, keyword, text, list }: Instruction): { sources: string[]; target: string } {
  const words = list ?? text.split(/\s+/)
  const target = words.at(-1)
  if (target === undefined || words.length < 2)
    throw new DockerfileError(line, `${keyword} needs a source and a target`)
  if (/[$*?]/.test(words.join('')))
    throw new DockerfileError(line, `${keyword} with variables or patterns is not understood`)
  return { sources: words.slice(0, -1), target }
}

/** The command of a `HEALTHCHECK` in the form of a list; null for `NONE` and for one that a shell reads. */
export function healthCommandOf({ text }: Instruction): string[] | null {
  const command = /^CMD\s+(.*)$/s.exec(text)?.[1]
  return command === undefined ? null : listOf(command)
}

/** Each instruction as one text, with the line on which it begins. Comments go, also those between the lines of an instruction. */
function* joinLines(text: string): Generator<[line: number, text: string]> {
  let begun: { line: number; parts: string[] } | null = null
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(raw)) continue
    begun ??= { line: index + 1, parts: [] }
    const goesOn = /\\\s*$/.test(raw)
    begun.parts.push(raw.replace(/\\\s*$/, '').trim())
    if (goesOn) continue
    yield [begun.line, begun.parts.join(' ')]
    begun = null
  }
  if (begun) yield [begun.line, begun.parts.join(' ')]
}

function parseInstruction(line: number, whole: string): Instruction {
  const [, word = '', after = ''] = /^(\S+)\s*(.*)$/s.exec(whole) ?? []
  const keyword = keywords.find((known) => known === word.toUpperCase())
  if (!keyword) throw new DockerfileError(line, `the instruction ${word} is not understood`)
  const flags: Record<string, string> = {}
  const text = after.replace(/--([a-z-]+)(?:=(\S+))?\s+/gy, (_, name: string, value = '') => {
    flags[name] = value
    return ''
  })
  if (text === '') throw new DockerfileError(line, `${keyword} says nothing`)
  if (text.includes('<<')) throw new DockerfileError(line, 'a text within the file (<<) is not understood')
  return { line, keyword, flags, text, list: listOf(text) }
}

function listOf(text: string): string[] | null {
  if (!text.startsWith('[')) return null
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : null
  } catch {
    // As Docker does: what is no list is for a shell.
    return null
  }
}

function startStage({ line, text }: Instruction): Stage {
  const [, base, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? []
  if (!base || base.includes('$')) throw new DockerfileError(line, `FROM ${text} is not understood`)
  return { base, name, line, instructions: [] }
}

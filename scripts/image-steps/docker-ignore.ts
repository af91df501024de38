import { readdirSync } from 'node:fs'
import { join } from 'node:path'

interface Rule {
  pattern: string
  matches: RegExp
  /** `!`: takes back what an earlier line leaves out. */
  keeps: boolean
}

/** Which files a `.dockerignore` leaves out of the context. */
export interface DockerIgnore {
  /** Whether the file or folder of this path (from the context, with `/`) is left out; a folder's word counts for all in it. */
  ignores(path: string): boolean
  /** The files that are in the context of this folder, as paths from it, sorted; links are not followed. */
  files(folder: string): string[]
}

/** Reads a `.dockerignore` as Docker does: `*` and `?` within a folder's name, `**` over any number of folders, `!` for exceptions; the last line that matches decides. */
export function parseDockerIgnore(text: string): DockerIgnore {
  const rules: Rule[] = []
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const keeps = line.startsWith('!')
    const pattern = line.replace(/^!\s*/, '').replace(/^\.?\/+|\/+$/g, '')
    if (pattern !== '') rules.push({ pattern, keeps, matches: patternToRegExp(pattern) })
  }

  const ignores = (path: string) => {
    const parts = path.split('/')
    // A folder's rule is that of all in it.
    const ways = parts.map((_, at) => parts.slice(0, at + 1).join('/'))
    return rules.findLast(({ matches }) => ways.some((way) => matches.test(way)))?.keeps === false
  }
  const mayKeepSomethingIn = (folder: string) =>
    rules.some(({ keeps, pattern }) => keeps && (/[*?[]/.test(pattern) || pattern.startsWith(`${folder}/`)))

  const walk = function* (folder: string, within: string): Generator<string> {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`
      const ignored = ignores(path)
      if (entry.isDirectory()) {
        if (!ignored || mayKeepSomethingIn(path)) yield* walk(folder, path)
      } else if (!ignored) yield path
    }
  }
  return { ignores, files: (folder) => [...walk(folder, '')].sort() }
}

function patternToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]]+\]|[.+^${}()|\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    if (part === '?') return '[^/]'
    return part.startsWith('[') ? part : `\\${part}`
  })
  return new RegExp(`^${source}$`)
}

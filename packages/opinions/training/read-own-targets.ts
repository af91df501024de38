import { readFileSync } from 'node:fs'
import type { MarkedTarget } from './read-marked-targets.ts'

/** Sentences of our own come in so many parts, each left out in turn. */
const PARTS = 5

/** Whether a target's product is a part of our own sentences. */
export const isOwn = (product: string): boolean => product.startsWith('own ')

/** Reads own-sentences.txt: `The {bread|+} is great` marks praise; `-` is complaint, `0` no judgement. What is both (`*`) teaches no side and is left out. */
export function readOwnTargets(): MarkedTarget[] {
  return readFileSync(new URL('own-sentences.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line, i) => targetsOf(line, `own ${i % PARTS}`))
}

function targetsOf(line: string, product: string): MarkedTarget[] {
  const text = line.replace(mark, '$1')
  let removed = 0
  return [...line.matchAll(mark)].flatMap((match) => {
    const [whole, words = '', side] = match
    const start = match.index - removed
    removed += whole.length - words.length
    const praised = side === '0' ? null : side === '+'
    return side === '*' ? [] : [{ text, start, end: start + words.length, praised, product }]
  })
}

const mark = /\{([^|}]+)\|([-+0*])\}/g

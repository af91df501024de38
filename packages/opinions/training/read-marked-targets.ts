import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface MarkedTarget {
  text: string
  start: number
  end: number
  /** What people marked; null where they marked other targets of the product, or none, and passed this one over. */
  praised: boolean | null
  product: string
}

/**
 * Reads targets from the reviews that Hu and Liu marked (2004): a line is `aspect[+2],other[-1][u]##sentence`. Beside the marked ones, which stand for praise and complaint, every other
 * mention of a word that is marked somewhere in the same product's reviews counts as passed over.
 */
export function readMarkedTargets(folder: string): MarkedTarget[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !/readme/i.test(name))
    .toSorted()
    .flatMap((name) => targetsOf(readFileSync(join(folder, name), 'latin1'), name))
}

interface Mark {
  aspect: string
  praised: boolean
  named: boolean
}

function targetsOf(file: string, product: string): MarkedTarget[] {
  const lines = file.split('\n').flatMap((line) => {
    const border = line.indexOf('##')
    if (border < 0 || line.startsWith('[t]')) return []
    return [{ text: line.slice(border + 2).trim(), marks: marksOf(line.slice(0, border)) }]
  })
  const aspects = new Set(lines.flatMap(({ marks }) => marks.filter(({ named }) => named).map(({ aspect }) => aspect)))
  const longestFirst = [...aspects].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return lines.flatMap(({ text, marks }) => {
    const found: MarkedTarget[] = []
    const add = (aspect: string, praised: boolean | null) => {
      const place = new RegExp(`\\b${RegExp.escape(aspect)}(?:s|es)?\\b`).exec(text.toLowerCase())
      if (!place) return
      const [start, end] = [place.index, place.index + place[0].length]
      if (praised === null && found.some((target) => target.start < end && start < target.end)) return
      found.push({ text, start, end, praised, product })
    }
    for (const { aspect, praised } of marks) add(aspect, praised)
    for (const aspect of longestFirst)
      if (!marks.some((mark) => mark.aspect.includes(aspect) || aspect.includes(mark.aspect))) add(aspect, null)
    return found
  })
}

/** [u] and [p] tell that the aspect is not named in the sentence. */
const marksOf = (part: string): Mark[] =>
  [...part.matchAll(/([^,[\]]+)\[([+-])\d?\]((?:\s*\[\w+\])*)/g)].map(([, aspect = '', sign, tags = '']) => ({
    aspect: aspect.trim().toLowerCase(),
    praised: sign === '+',
    named: !/\[[up]\]/.test(tags),
  }))

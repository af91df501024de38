import type { NamedItem, Understanding, Vocabulary } from '../ports/index.ts'
import { parseQuestion } from './parse-question.ts'

/** From here on a name was said whole, slips of the pen aside; parts of names are less alike. */
const WHOLE_NAME = 0.9

/**
 * Reads a query of a search, which lists all that fits where a question would be about one thing: items are meant by name only where whole names are all that was said, and
 * "tern earbuds with hooks" finds whatever is that. Pure.
 */
export function readQuery(
  text: string,
  vocabulary: Vocabulary,
  named: NamedItem[],
  within: string | undefined,
): Understanding {
  const inside = within === undefined ? named : named.filter(({ category }) => category === within)
  const parse = (items: NamedItem[]) => parseQuestion({ text, vocabulary, named: items, memory: [], within })
  const read = parse(inside)
  const whole = inside.every(({ similarity }) => similarity >= WHOLE_NAME)
  const names = whole && (read.text === '' || read.intent === 'compare')
  // What was ruled out by name stays out.
  const understanding =
    read.items.length === 0 || names ? read : parse(inside.filter(({ itemId }) => read.itemsOut.includes(itemId)))
  return { ...understanding, category: within ?? understanding.category }
}

/** A query that wishes for nothing that reviews speak of describes the thing itself: "snow blower", "samsung galaxy 64gb". */
export const asksByWords = ({ aspects, items, words }: Understanding): boolean =>
  aspects.length === 0 && items.length === 0 && Boolean(words)

/** Whether there is anything to look for. */
export const saysAnything = (read: Understanding): boolean =>
  Boolean(read.text || read.words || read.category || (read.budget ?? read.minRating)) ||
  [read.items, read.itemsOut, read.brandsIn, read.aspects].some((list) => list.length > 0)

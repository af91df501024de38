const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(/(?<=\w{3})s$/, ''))

/** What shops list that is no kind of thing. */
const labels =
  /clearance|featured|deals|holiday|ways to shop|back to college|^used:|see more|top rated|walmart|^categories$|^brand/i

/** Guesses that are remembered; lists of categories run to thousands of characters each. */
const MAX_GUESSES = 500

/**
 * Makes a function that takes one category out of a shop's list ("Electronics,Fire Tablets,Tablets", "Home > Kitchen > Mixers"): of those whose
 * words all stand in the item's name or brand the shortest, since it gathers most items; else the last, which is the most specific one of a path.
 * Null for an empty list. A list that comes as such keeps the commas of its entries ("Clothing, Shoes & Jewelry").
 */
export function createCategoryGuess(): (list: string | string[], name: string) => string | null {
  // The rows of an item mostly come together and repeat the same long list.
  let guesses = new Map<string, string | null>()
  return (list, name) => {
    const key = JSON.stringify([name, list])
    const known = guesses.get(key)
    if (known !== undefined) return known
    if (guesses.size >= MAX_GUESSES) guesses = new Map()
    const guess = guessCategory(list, name)
    guesses.set(key, guess)
    return guess
  }
}

function guessCategory(list: string | string[], name: string): string | null {
  const parts = typeof list === 'string' ? list.split(/\s*(?:[,|>;]|\s\/\s)\s*/) : list
  const all = parts.map((entry) => entry.replace(/^[["'\s]+|[\]"'\s]+$/g, ''))
  const entries = all.filter((entry) => entry !== '' && entry.length <= 100 && !labels.test(entry))
  const named = new Set(words(name))
  const fitting = entries.filter((entry) => words(entry).every((word) => named.has(word)))
  return (
    fitting.reduce<string | undefined>(
      (best, entry) => (best === undefined || entry.length < best.length ? entry : best),
      undefined,
    ) ??
    entries.at(-1) ??
    null
  )
}

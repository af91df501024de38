/** Shorter words have too many neighbours that are words themselves ("batter", "butter"). */
const SHORTEST = 7

/**
 * Finds which of the words that are known another one is a slip of: one letter left out, put in, changed or swapped with its neighbour, not the first, in words of seven letters or more.
 * By the index of deletions of SymSpell (Garbe 2012): two words that lose one letter each and are then equal are at most such a slip apart.
 */
export function createSpeller(known: Iterable<string>): (word: string) => string | undefined {
  const index = new Map<string, string[]>()
  for (const word of known) {
    if (word.length < SHORTEST) continue
    for (const key of withoutOne(word)) {
      const words = index.get(key)
      if (words) words.push(word)
      else index.set(key, [word])
    }
  }
  return (word) => {
    if (word.length < SHORTEST) return undefined
    const near = new Set(withoutOne(word).flatMap((key) => index.get(key) ?? []))
    return [...near].filter((other) => other !== word && isSlip(word, other)).sort()[0]
  }
}

const withoutOne = (word: string): string[] => [
  word,
  ...Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1)),
]

/** Whether a single slip makes one of the other. Plurals are none. */
function isSlip(word: string, other: string): boolean {
  if (word[0] !== other[0] || Math.abs(word.length - other.length) > 1) return false
  if (`${word}s` === other || `${other}s` === word) return false
  let i = 0
  while (i < word.length && word[i] === other[i]) i += 1
  const [rest, otherRest] = [word.slice(i), other.slice(i)]
  if (rest.length !== otherRest.length)
    return rest.length > otherRest.length ? rest.slice(1) === otherRest : otherRest.slice(1) === rest
  const swapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2)
  return swapped || rest.slice(1) === otherRest.slice(1)
}

/** How alike two names must be to be worth a mention: below a third stand names that share an ending. */
const ALIKE = 0.34

/** Up to three names that a person may have meant, the most alike first. */
export function nearNames(said: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, alike: alikeness(said.toLowerCase(), name.toLowerCase()) }))
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Dice's measure over pairs of letters, 0 to 1; a name that holds the other is alike. */
function alikeness(a: string, b: string): number {
  if (a.length > 2 && b.length > 2 && (a.includes(b) || b.includes(a))) return 0.9
  const pairsOf = (text: string) =>
    new Set(Array.from({ length: text.length + 1 }, (_, i) => ` ${text} `.slice(i, i + 2)))
  const [left, right] = [pairsOf(a), pairsOf(b)]
  return (2 * left.intersection(right).size) / (left.size + right.size)
}

/** "Did you mean A, B or C?", or nothing when no name is near. */
export function didYouMean(names: readonly string[]): string {
  if (names.length === 0) return ''
  const last = names.at(-1) ?? ''
  return ` Did you mean ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`}?`
}

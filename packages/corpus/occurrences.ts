/** Two thirds of this many slots are some 22 million different contents, in 400 MB at most; a larger file must be split. */
const MAX_SLOTS = 2 ** 25

/**
 * Counts how often each of many strings was seen, in some 18 to 36 bytes each, however long they are: only a 64-bit hash is kept
 * (two of ten million contents collide with a chance of 1 in 370,000). Feed it digests or other strings whose letters are spread evenly.
 * Throws a RangeError beyond 22 million different strings.
 */
export function createOccurrences(): { count(text: string): number; readonly size: number } {
  let slots = 2 ** 12
  let size = 0
  let high = new Uint32Array(slots)
  let low = new Uint32Array(slots)
  let counts = new Uint32Array(slots)

  const find = (h: number, l: number): number => {
    let at = (h ^ l) & (slots - 1)
    while (counts[at] !== 0 && (high[at] !== h || low[at] !== l)) at = (at + 1) & (slots - 1)
    return at
  }

  const grow = () => {
    if (slots >= MAX_SLOTS) throw new RangeError('too many different rows in one file; split it')
    const old = { high, low, counts }
    slots *= 2
    high = new Uint32Array(slots)
    low = new Uint32Array(slots)
    counts = new Uint32Array(slots)
    for (let i = 0; i < old.counts.length; i++) {
      const n = old.counts[i] ?? 0
      if (n === 0) continue
      const at = find(old.high[i] ?? 0, old.low[i] ?? 0)
      high[at] = old.high[i] ?? 0
      low[at] = old.low[i] ?? 0
      counts[at] = n
    }
  }

  return {
    /** The number of times that the text was counted, this time included. */
    count(text) {
      if (size * 3 > slots * 2) grow()
      const [h, l] = hash64(text)
      const at = find(h, l)
      if (counts[at] === 0) {
        size++
        high[at] = h
        low[at] = l
      }
      const n = (counts[at] ?? 0) + 1
      counts[at] = n
      return n
    },
    get size() {
      return size
    },
  }
}

/** cyrb53's mixing, both halves kept: fast, and even enough for digests. */
function hash64(text: string): [number, number] {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [a >>> 0, b >>> 0]
}

import { normaliseText, shingles } from './fingerprint.ts'

/** Words of a run: runs of three are common phrases, and runs of five seldom outlive a rewording that replaces one word in ten. */
const RUN = 4

/** Smallest hashes that stand for a text: two texts with half of their runs in common share six of twelve on average, and less than two hardly ever. */
const SKETCH = 12

/** Texts of fewer words are alike by chance, and have no sketch. */
const FEWEST_WORDS = 8

/**
 * How sketches that may belong to near copies are found: by at least `shared` hashes, since one phrase of four words in common is chance. All holders of a hash are compared
 * with each other up to `common` of them; of a more common one each only with its next in the order of the sketches, where near copies are neighbours.
 */
export const sketchRules = { shared: 2, common: 40 } as const

/**
 * The smallest hashes of the runs of four words of a text (bottom-k sketch, Broder 1997), ascending, as signed integers of 32 bits; none for a text of fewer
 * than eight words. Texts whose sketches have some in common may be near copies, and a database finds them by an index; `nearTriples` then tells.
 */
export function textSketch(text: string): number[] {
  const words = normaliseText(text).split(' ')
  if (words.length < FEWEST_WORDS) return []
  const hashes = words.map(hash32)
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= hashes.length; at += 1) {
    let run = 0
    for (let next = at; next < at + RUN; next += 1) run = mixed(Math.imul(run, 31) + (hashes[next] as number))
    runs.add(run)
  }
  return [...Int32Array.from(runs).sort().subarray(0, SKETCH)]
}

/** For each text's sketch the indices of those that share enough with it (`sketchRules`), never itself; `print`, by which texts differ, decides where sketches are equal. Their order changes only the indices. */
export function alikeSketches(texts: readonly Sketched[]): number[][] {
  const holders = new Map<number, number[]>()
  texts.forEach(({ sketch }, at) => {
    for (const hash of sketch) {
      const list = holders.get(hash)
      if (list) list.push(at)
      else holders.set(hash, [at])
    }
  })
  const shared = texts.map(() => new Map<number, number>())
  const count = (a: number, b: number) => {
    shared[a]?.set(b, (shared[a]?.get(b) ?? 0) + 1)
    shared[b]?.set(a, (shared[b]?.get(a) ?? 0) + 1)
  }
  for (const list of holders.values()) {
    if (list.length > sketchRules.common) {
      const sorted = list.toSorted((a, b) => compare(texts[a] as Sketched, texts[b] as Sketched))
      for (let at = 1; at < sorted.length; at += 1) count(sorted[at - 1] as number, sorted[at] as number)
    } else {
      for (const [place, a] of list.entries()) for (const b of list.slice(place + 1)) count(a, b)
    }
  }
  return shared.map((others) => [...others].flatMap(([other, times]) => (times >= sketchRules.shared ? [other] : [])))
}

interface Sketched {
  sketch: readonly number[]
  print: string
}

/** As PostgreSQL orders integer arrays, and then text by its bytes. */
function compare(a: Sketched, b: Sketched): number {
  for (let at = 0; at < Math.min(a.sketch.length, b.sketch.length); at += 1) {
    const difference = (a.sketch[at] as number) - (b.sketch[at] as number)
    if (difference !== 0) return difference
  }
  return a.sketch.length - b.sketch.length || (a.print < b.print ? -1 : 1)
}

/** Share of word triples in common (Jaccard) from which two texts count as nearly the same: a text of 25 words with four of them replaced keeps a third. */
const NEARLY = 0.3

/** Word triples in common below which a likeness is chance: people who describe the same gift share six words in a row, and seldom eight. */
const FEWEST_TRIPLES = 6

/** How many word triples two texts have in common when they are nearly the same; 0 when they are not. */
export function nearTriples(a: string, b: string): number {
  const left = new Set(shingles(a))
  const right = new Set(shingles(b))
  let common = 0
  for (const triple of left) if (right.has(triple)) common += 1
  const near = common >= FEWEST_TRIPLES && common >= NEARLY * (left.size + right.size - common)
  return near ? common : 0
}

/** FNV-1a of 32 bits over UTF-16 units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** The last steps of MurmurHash3: without them the smallest hashes of similar runs would be similar too. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

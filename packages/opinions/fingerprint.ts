import { isPlain } from './plain-text.ts'

let last: { text: string; normal: string } | null = null

/** The words of a text as duplicates are compared: lower case, no accents, no punctuation, single spaces. The last text is remembered: it gets a fingerprint and then a sketch. */
export function normaliseText(text: string): string {
  if (last?.text !== text) last = { text, normal: normalise(text) }
  return last.normal
}

function normalise(text: string): string {
  if (isPlain(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const MASK = (1n << 64n) - 1n

/** FNV-1a of 64 bits over UTF-16 units, as two 32-bit halves: stable everywhere, no crypto needed for telling texts apart. */
function hash64(text: string): [number, number] {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let i = 0; i < text.length; i += 1) {
    low = (low ^ text.charCodeAt(i)) >>> 0
    // Multiplication by the FNV prime 0x100000001b3 in 32-bit halves.
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0
    low = product >>> 0
  }
  return [high, low]
}

/**
 * A hash of the normalised text: equal for texts that differ only in case, accents, spacing and punctuation.
 * Sixteen hexadecimal digits; '' for a text without letters and digits.
 */
export function textFingerprint(text: string): string {
  const normal = normaliseText(text)
  if (normal === '') return ''
  const [high, low] = hash64(normal)
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

/** Word n-grams of the normalised text, each once, in order of appearance; shorter texts give their whole. */
export function shingles(text: string, size = 3): string[] {
  const words = normaliseText(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  if (words.length <= size) return [words.join(' ')]
  const seen = new Set<string>()
  for (let i = 0; i + size <= words.length; i += 1) seen.add(words.slice(i, i + size).join(' '))
  return [...seen]
}

/**
 * Simhash of 64 bits over word trigrams (Charikar 2002; Manku et al. 2007): near-identical texts differ in few bits.
 * Null for texts of fewer than `minWords` words, where an equal hash means nothing: many honest people write "good product".
 */
export function simhash(text: string, minWords = 8): bigint | null {
  const grams = shingles(text)
  if (grams.length + 2 < minWords) return null
  const sums = new Int32Array(64)
  for (const gram of grams) {
    const [high, low] = hash64(gram)
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] as number) + (((low >>> bit) & 1) === 1 ? 1 : -1)
      sums[bit + 32] = (sums[bit + 32] as number) + (((high >>> bit) & 1) === 1 ? 1 : -1)
    }
  }
  let hash = 0n
  for (let bit = 0; bit < 64; bit += 1) if ((sums[bit] as number) > 0) hash |= 1n << BigInt(bit)
  return hash & MASK
}

/** Bits in which two simhashes differ, 0 to 64. */
export function hammingDistance(a: bigint, b: bigint): number {
  let bits = a ^ b
  let count = 0
  while (bits !== 0n) {
    bits &= bits - 1n
    count += 1
  }
  return count
}

/** Share of shingles that two texts have in common (Jaccard), 0 to 1: confirms what a simhash suggests. */
export function textOverlap(a: string, b: string): number {
  const left = new Set(shingles(a))
  const right = new Set(shingles(b))
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const gram of left) if (right.has(gram)) shared += 1
  return shared / (left.size + right.size - shared)
}

/** Characters. 32 of an alphabet of 16 or more are 128 bits, if they are random. */
const SHORTEST = 32

/** Different characters that 32 random ones have at the least, but for one case in a billion: 32 hexadecimal digits have fewer than 8 so rarely. */
const FEWEST_DIFFERENT = 8

/** Words of examples and of hands that rest on the keyboard. */
const placeholder =
  /change.?(?:me|this)|replace.?(?:me|this)|your.?(?:secret|key)|example|password|secret.?key|qwert|1234567|abcdefgh/i

/** Why a key is too weak to sign what people are known by; null when nothing can be said against it. Says nothing of the key itself. */
export function secretWeakness(key: string): string | null {
  if (key.length < SHORTEST)
    return `expected at least ${SHORTEST} random characters, such as \`openssl rand -hex 32\` prints`
  if (new Set(key).size < FEWEST_DIFFERENT || /^(.{1,16}?)\1+$/s.test(key))
    return 'repeats itself: expected random characters'
  if (placeholder.test(key)) return 'is made of words that are easily guessed: expected random characters'
  return null
}

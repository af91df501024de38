import type { HonestReview } from './datafiniti.ts'

export type Attack = 'duplicates' | 'near-duplicates' | 'bursts' | 'one-sided' | 'one-brand'

export const attacks: readonly Attack[] = ['duplicates', 'near-duplicates', 'bursts', 'one-sided', 'one-brand']

const DAY = 86_400_000

/** Reviews that a one-sided author writes. */
const REVIEWS_EACH = 6

interface Plan {
  attack: Attack
  /** Fakes for each honest review of an attacked item. */
  share: number
  /** Items whose rating somebody wants to raise. */
  items: readonly string[]
  /** Five-star texts of other items, not in the corpus: praise that reads as real as it is. */
  praise: readonly string[]
}

/**
 * Five-star fakes for the attacked items, the same for the same input. Duplicates copy reviews of the corpus word by word, but for case and full stops; near-duplicates also replace one word in ten; both
 * are spread over the item's time, where the corpus has dates. Bursts are fresh texts within two days. One-sided reviewers are authors who write REVIEWS_EACH fresh texts each, all in praise of the attacked item; one-brand reviewers
 * spread theirs over the attacked items of one brand.
 */
export function plantFakes(honest: readonly HonestReview[], { attack, share, items, praise }: Plan): HonestReview[] {
  const random = createRandom(`${attack} ${share}`)
  const copied = honest.filter(({ rating, text }) => rating === 5 && text.split(' ').length >= 12)
  const take = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  let fresh = Math.floor(random() * praise.length)
  const freshText = () => praise[fresh++ % praise.length] as string
  const fakes = items.flatMap((item) => {
    const own = honest.filter((review) => review.item === item)
    const times = own
      .flatMap(({ writtenAt }) => writtenAt ?? [])
      .map((date) => Date.parse(date))
      .sort((a, b) => a - b)
    const [from = 0, to = 0] = [times[0], times.at(-1)]
    const start = take(times) ?? 0
    return Array.from({ length: Math.round(own.length * share) }, (_, at): HonestReview => {
      const spread = from + random() * (to - from)
      const source = take(copied)
      // A copy is written after what it copies.
      const after = Math.max(spread, Date.parse(source.writtenAt ?? '') || 0) + DAY * (1 + Math.floor(random() * 60))
      const inBurst = () => start + Math.floor(random() * 2) * DAY
      const time = attack === 'bursts' ? inBurst() : attack.startsWith('one-') ? spread : after
      const text =
        attack === 'duplicates'
          ? disguise(source.text)
          : attack === 'near-duplicates'
            ? reword(source.text, random)
            : freshText()
      const author = attack === 'one-sided' ? `fan ${item} ${Math.floor(at / REVIEWS_EACH)}` : `fake ${item} ${at}`
      const { brand, source: place } = own[0] as HonestReview
      const writtenAt = times.length > 0 ? new Date(time).toISOString() : null
      return {
        item,
        text,
        rating: 5,
        writtenAt,
        author: attack === 'one-sided' || times.length > 0 ? author : null,
        brand,
        source: place,
      }
    })
  })
  if (attack !== 'one-brand') return fakes
  return [...Map.groupBy(fakes, ({ brand }) => brand)].flatMap(([brand, ofBrand]) => {
    const authors = Math.ceil(ofBrand.length / REVIEWS_EACH)
    return ofBrand.map((fake, at) => ({ ...fake, author: `fan of ${brand} ${at % authors}` }))
  })
}

const disguise = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.(?=\s|$)/g, '!')}`

const fillers = 'really very just also quite simply totally truly overall honestly'.split(' ')

function reword(text: string, random: () => number): string {
  return text
    .split(' ')
    .map((word) => (random() < 0.1 ? (fillers[Math.floor(random() * fillers.length)] as string) : word))
    .join(' ')
}

/** Numbers from 0 to 1 that the seed decides: mulberry32 over an FNV hash. */
function createRandom(seed: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

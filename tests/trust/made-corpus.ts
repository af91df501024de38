/** One line of the canonical form, as far as trust looks at it. */
export interface MadeReview {
  item: string
  brand: string | null
  text: string
  rating: number | null
  writtenAt: string | null
  author: string | null
  verified: boolean | null
}

const words =
  'motor brush cable filter handle sound screen battery lid hinge colour weight price smell speed light noise grip seat strap'.split(
    ' ',
  )
const ways =
  'works well, broke soon, feels cheap, is lovely, could be better, surprised me, never failed, gets hot, is quiet, is too small'.split(
    ', ',
  )
const DAY = 86_400_000

/** Reviews with everything in them that trust looks for, the same for the same seed: copies, rewordings, a phrase that all share, bursts, fans, missing data. */
export function madeCorpus(seed: number, size: number): MadeReview[] {
  const random = createRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const reviews: MadeReview[] = []
  const fresh = () => {
    const said = Array.from({ length: 1 + Math.floor(random() * 4) }, () => `the ${pick(words)} ${pick(ways)}`)
    // More texts share this phrase than are compared with each other.
    return `${random() < 0.4 ? 'we bought this one for the new house and ' : ''}${said.join(' and ')}.`
  }
  const add = (over: Partial<MadeReview>) => {
    const item = Math.floor(random() * 12)
    reviews.push({
      item: `item ${item}`,
      brand: item % 4 === 3 ? null : `brand ${item % 5}`,
      text: fresh(),
      rating: random() < 0.1 ? null : 1 + Math.floor(random() * 5),
      writtenAt:
        random() < 0.1 ? null : new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 400) * DAY).toISOString(),
      author: random() < 0.2 ? null : `person ${Math.floor(random() * size)}`,
      verified: random() < 0.5 ? null : random() < 0.7,
      ...over,
    })
  }
  for (let at = 0; at < size; at += 1) {
    const before = reviews.length > 0 ? pick(reviews) : null
    const kind = random()
    if (before && kind < 0.12) add({ text: before.text.toUpperCase() })
    else if (before?.author?.startsWith('person') && kind < 0.16)
      add({ text: before.text, author: before.author, writtenAt: before.writtenAt })
    else if (before && kind < 0.3) add({ text: before.text.replace(/\b(?:and|the)\b/, pick(words)) })
    else if (kind < 0.4) add({ item: `item ${at % 3}`, brand: `brand ${at % 3}`, author: `fan ${at % 3}`, rating: 5 })
    else if (kind < 0.5) add({ item: `item ${at % 2 ? 5 : 10}`, brand: 'brand 0', author: 'loyal', rating: 5 })
    else if (kind < 0.65) add({ item: 'item 7', brand: null, rating: 5, writtenAt: '2025-06-07T00:00:00.000Z' })
    else add({})
  }
  return reviews
}

/** Numbers from 0 to 1 that the seed decides: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

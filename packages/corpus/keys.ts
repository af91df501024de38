import { hash } from 'node:crypto'
import { ItemId, ReviewId } from '@reviewguide/contracts'
import type { NewReview } from './ports/index.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** 100 bits, twenty letters: with a billion rows the odds of two alike are one in a trillion. */
const LENGTH = 20

/** A deterministic id of the parts. They are joined by their JSON form, so that ("a", "b c") and ("a b", "c") stay apart. */
function digest(parts: (string | number | null)[]): string {
  const bytes = hash('sha256', JSON.stringify(parts), 'buffer')
  let id = ''
  for (let i = 0; i < LENGTH; i++) {
    const bit = i * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    id += ALPHABET[(pair >> (11 - (bit & 7))) & 31]
  }
  return id
}

/** A name with case, accents' encoding, punctuation and spacing evened out. */
export function normaliseName(name: string): string {
  const even = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}+&]+/gu, ' ')
    .trim()
  return even || name.trim()
}

let last: { source: string; externalId: string | null; name: string; key: ItemId } | null = null

/** The id of an item: by its source and the id it has there, else by its normalised name, whichever file it stands in. The last one is remembered, as reviews of an item stand together. */
export function itemKey({
  source,
  externalId,
  name,
}: {
  source: string
  externalId: string | null
  name: string
}): ItemId {
  if (last?.name !== name || last.externalId !== externalId || last.source !== source)
    last = { source, externalId, name, key: keyOfItem({ source, externalId, name }) }
  return last.key
}

function keyOfItem(item: { source: string; externalId: string | null; name: string }): ItemId {
  const parts = item.externalId === null ? ['name', normaliseName(item.name)] : ['id', item.source, item.externalId]
  return ItemId.parse(`itm_${digest(parts)}`)
}

export interface ReviewIdentity {
  source: string
  externalId: string | null
  itemId: ItemId
  author: string | null
  writtenAt: string | null
  title: string | null
  body: string
  rating: number | null
}

/**
 * The id of a review: by source and review id; without an id by source, item, author, date and text where it has an author or a date;
 * else by source, content and the number of its occurrence in the file, which `countOccurrence` gives (1 for the first with that content),
 * so that two people who both wrote "good" are two.
 */
export function reviewKey(review: ReviewIdentity, countOccurrence: (content: string) => number): ReviewId {
  const { source, externalId, itemId, author, writtenAt, title, body, rating } = review
  if (externalId !== null) return ReviewId.parse(`rev_${digest(['id', source, externalId])}`)
  if (author !== null || writtenAt !== null) {
    return ReviewId.parse(`rev_${digest(['written', source, itemId, author, writtenAt, body])}`)
  }
  const content = digest(['content', source, itemId, title, body, rating])
  return ReviewId.parse(`rev_${digest(['occurrence', content, countOccurrence(content)])}`)
}

/** A digest of all that a row says of its review: another one under the same review id is a correction. */
export function contentKey(review: Omit<NewReview, 'reviewId' | 'content'>): string {
  const { itemId, title, body, ratingOriginal, ratingScale, writtenAt, author, helpfulVotes, url, language } = review
  const verified = review.verified === null ? null : Number(review.verified)
  const rated = [ratingOriginal, ratingScale, verified, helpfulVotes]
  return digest([itemId, title, body, writtenAt, author, url, language, ...rated])
}

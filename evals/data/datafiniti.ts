import { readDelimited } from './delimited.ts'
import { readText } from './read-text.ts'

export interface HonestReview {
  item: string
  text: string
  rating: number
  /** ISO 8601; null where the source does not say. */
  writtenAt: string | null
  author: string | null
  brand: string | null
  source: string
}

/** Reads the reviews of Datafiniti's Amazon file that have a text, a rating and a date; an item is its first ASIN. */
export function readDatafiniti(path: string): HonestReview[] {
  return readDelimited(readText(path)).flatMap((row) => {
    const item = (row.asins ?? '').split(',')[0] ?? ''
    const text = (row['reviews.text'] ?? '').trim()
    const rating = Number(row['reviews.rating'])
    const writtenAt = row['reviews.date'] ?? ''
    if (item === '' || text === '' || !(rating >= 1 && rating <= 5) || Number.isNaN(Date.parse(writtenAt))) return []
    return [
      {
        item,
        text,
        rating,
        writtenAt,
        author: row['reviews.username'] || null,
        brand: row.brand || null,
        source: 'datafiniti',
      },
    ]
  })
}

import { createHash } from 'node:crypto'
import type { DataFolder } from './data-folder.ts'
import { type HonestReview, readDatafiniti } from './datafiniti.ts'
import { readDelimited } from './delimited.ts'
import { readText } from './read-text.ts'

/** A real corpus into which fakes can be planted. */
export interface HonestCorpus {
  name: string
  /** What an import would call its items' category. */
  category: string
  reviews: HonestReview[]
}

/** The corpora that are there. What a source does not tell (dates, authors, brands) stays unknown. */
export function readHonestCorpora(data: DataFolder): HonestCorpus[] {
  const read = (name: string, category: string, file: string, reader: (path: string) => HonestReview[]) => {
    const path = data.find(file)
    return path === null ? [] : [{ name, category, reviews: reader(path) }]
  }
  return [
    ...read('datafiniti', 'tablets', 'import/datafiniti-amazon-34k.csv.gz', readDatafiniti),
    ...read('cars-2008', 'cars', 'ranking/cars-2008.reviews.jsonl.gz', (path) =>
      readCars(path, data.find('ranking/cars-2008.aspect-ratings.csv')),
    ),
    ...read('flipkart', 'appliances', 'import/flipkart-205k.csv.gz', readFlipkart),
  ]
}

/** How far one review lies from the mean of its car, on people's scale of 10: about two, as stars scatter by about one. */
function scatterOf(text: string): number {
  const bytes = createHash('sha256').update(text).digest()
  const even = [0, 4, 8, 12].reduce((sum, at) => sum + bytes.readUInt32BE(at) / 2 ** 32 - 0.5, 0)
  return 2 * even * Math.sqrt(3)
}

/**
 * OpinRank's cars have no stars of their own: a review's are drawn around what people rated its car with in the mean, by a hash of its text, in the usual proportions of stars (half of them
 * five). So they know nothing of the text, and change with nothing of ours.
 */
function readCars(path: string, ratingsPath: string | null): HonestReview[] {
  const people = new Map(
    (ratingsPath === null ? [] : readDelimited(readText(ratingsPath))).map((row) => [
      row.docid,
      Number(row.overall_rating),
    ]),
  )
  const rows = readText(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { entity: string; date?: string; author?: string; text?: string })
    .filter(({ text }) => text?.trim())
    .map((row) => ({ ...row, text: row.text ?? '', liking: (people.get(row.entity) ?? 8) + scatterOf(row.text ?? '') }))
  const likings = rows.map(({ liking }) => liking).sort((a, b) => a - b)
  const bounds = [0.08, 0.16, 0.26, 0.5].map((share) => likings[Math.floor(share * likings.length)] ?? 0)
  return rows.map(({ entity, date, author, text, liking }) => {
    const [month, day, year] = (date ?? '').split('/').map(Number)
    const at = Date.UTC(year ?? Number.NaN, (month ?? 1) - 1, day ?? 1)
    return {
      item: entity,
      text,
      rating: 1 + bounds.filter((bound) => liking >= bound).length,
      writtenAt: Number.isNaN(at) ? null : new Date(at).toISOString(),
      author: author || null,
      brand: entity.split('_')[1] ?? null,
      source: 'cars',
    }
  })
}

/** Neither dates nor authors; a thirteenth of it, every item as it comes. */
function readFlipkart(path: string): HonestReview[] {
  const items = Map.groupBy(readDelimited(readText(path)), (row) => row.product_name ?? '')
  return [...items].flatMap(([item, rows], at) =>
    at % 13 !== 0
      ? []
      : rows.flatMap((row) => {
          const text = (row.Summary ?? '').trim()
          const rating = Number(row.Rate)
          if (text === '' || !(rating >= 1 && rating <= 5)) return []
          return [{ item, text, rating, writtenAt: null, author: null, brand: null, source: 'flipkart' }]
        }),
  )
}

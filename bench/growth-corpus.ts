import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from '../evals/data/data-folder.ts'
import { readDelimited } from '../evals/data/delimited.ts'
import { opinrankSets, readOpinrank } from '../evals/data/opinrank.ts'
import { readText } from '../evals/data/read-text.ts'

/** Reviews that the corpus has after each part is imported, nearly: every part is a share of all sources, so that items gain reviews as they would with the years. */
const SIZES = [10_000, 100_000, Number.POSITIVE_INFINITY]

/** A part of the corpus: its file, and how many reviews it adds. */
export interface GrowthPart {
  file: string
  reviews: number
}

/** Writes the reviews of shops, cars and hotels in three parts as canonical JSON lines into a folder; or gives the names of the files that are missing. */
export function writeGrowthCorpus(folder: string): { parts: GrowthPart[] } | { missing: string[] } {
  const data = openDataFolder()
  const shop = data.find('import/flipkart-205k.csv.gz')
  const sets = (['cars-2007', 'cars-2008', 'hotels-dubai', 'hotels-san-francisco'] as const).map((set) => ({
    set,
    read: readOpinrank(data, set),
  }))
  const lines = [
    ...(shop ? readDelimited(readText(shop)).map(shopLine) : []),
    ...sets.flatMap(({ set, read }) =>
      (read?.reviews ?? []).map(({ entity, title, text }, at) => {
        const { category } = opinrankSets[set]
        const item = {
          id: `${category} ${entity}`,
          name: entity.replaceAll('_', ' '),
          kind: category === 'hotels' ? 'place' : 'product',
          category,
        }
        return JSON.stringify({ item, review: { id: `${set} ${at}`, text, ...(title && { title }) }, source: set })
      }),
    ),
  ].filter((line) => line !== '')
  if (data.missing.size > 0) return { missing: [...data.missing] }
  const parts = SIZES.map((): string[] => [])
  // Evenly spread, always the same.
  for (const [at, line] of lines.entries()) {
    const place = (Math.imul(at, 2_654_435_761) >>> 0) % lines.length
    parts[SIZES.findIndex((size) => place < size)]?.push(line)
  }
  return {
    parts: parts.map((part, at) => {
      const file = join(folder, `part-${at + 1}.jsonl`)
      writeFileSync(file, `${part.join('\n')}\n`)
      return { file, reviews: part.length }
    }),
  }
}

function shopLine(row: Record<string, string>, at: number): string {
  const { product_name: name = '', Summary: text = '', Review: title = '' } = row
  if (name.trim() === '' || text.trim() === '') return ''
  const rating = Number(row.Rate)
  const review = { id: `shop ${at}`, text, title, ...(rating >= 1 && rating <= 5 && { rating }) }
  return JSON.stringify({ item: { name, kind: 'product', category: 'shop' }, review, source: 'shop' })
}

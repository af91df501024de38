import { createPool } from '@reviewguide/adapters/postgres'

interface Row {
  category: string
  names: string[]
  aspects: string[]
}

/** Most items and aspects of a category that are asked about. */
const ITEMS = 6
const ASPECTS = 6

/**
 * Questions about all that the corpus has, each another one: what to take, with and without limits, whether an item is any good, two compared, complaints.
 * Made of the corpus' own categories, most reviewed items and most mentioned aspects, in an order that mixes them and is always the same.
 */
export async function makeQuestions(url: string): Promise<string[]> {
  const pool = createPool(url, { max: 1 })
  try {
    const { rows } = await pool.query<Row>(`
      select category,
        (array_agg(i.name order by r.reviews desc, i.item_id))[1:${ITEMS}] as names,
        (select array_agg(aspect) from (
          select aspect from reviewguide.category_aspects a where a.category = i.category order by mentions desc, aspect limit ${ASPECTS}
        ) most) as aspects
      from reviewguide.items i join reviewguide.item_ratings r using (item_id)
      group by category order by category`)
    return interleaved(rows.map((row) => questionsAbout(row)))
  } finally {
    await pool.end()
  }
}

function questionsAbout({ category, names, aspects }: Row): string[] {
  const about = (aspects ?? []).flatMap((aspect, at) => [
    `best ${category} for ${aspect}`,
    `which ${category} has the best ${aspect} under $${50 * (at + 1)}?`,
  ])
  const each = names.flatMap((name, at) => [
    `is the ${name} any good?`,
    `what do people complain about most in ${name}?`,
    ...(names[at + 1] ? [`compare ${name} and ${names[at + 1]}`] : []),
  ])
  return interleaved([[`best ${category}`, `good cheap ${category}?`], about, each])
}

/** One of each list in turn. */
function interleaved(lists: string[][]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
}

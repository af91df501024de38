import type { QuoteCandidate, Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { createFoundRows } from './found-rows.ts'
import { readGroups } from './read-groups.ts'

/** Quotes kept for each item, aspect and side: more than any page shows at once. */
const PER_CELL = 8

/** Reviews of one item that are compared, the most trusted and most helpful: what two thousand say no more of them would change. */
const MOST_REVIEWS = 2000

interface Row {
  item_id: string
  category: string
  review_id: string
  body: string
  weight: number
  votes: number | null
  written_at: string | null
  /** Aspect, polarity, and the quote's start and end. */
  said: [string, string, number, number][]
}

interface Placed {
  candidate: QuoteCandidate
  start: number
  end: number
}

/**
 * Chooses the quotes of stale items anew, for the aspects that count in their category, and of items that have none on an aspect that counts only now. Within the caller's transaction, after the
 * aspects are up to date.
 */
export async function refreshQuotes(
  client: PoolClient,
  { chooseQuotes }: Pick<Science, 'chooseQuotes'>,
): Promise<void> {
  await client.query(`
    create temp table quoted_items on commit drop as
    select item_id from reviewguide.stale_items
    union
    select i.item_id from reviewguide.items i join reviewguide.item_aspects a using (item_id)
    join reviewguide.category_aspects counts on counts.category = i.category and counts.aspect = a.aspect
    where i.category in (select category from reviewguide.stale_items) and a.open_uses > 0
      and not exists (select from reviewguide.item_quotes q where q.item_id = a.item_id and q.aspect = a.aspect);
    analyze quoted_items;
    delete from reviewguide.item_quotes q using reviewguide.items i
    where i.item_id = q.item_id and i.category in (select category from reviewguide.stale_items)
      and not exists (select from reviewguide.category_aspects c where c.category = i.category and c.aspect = q.aspect);
    delete from reviewguide.item_quotes where item_id in (select item_id from quoted_items)`)
  const counting = await readCounting(client)
  const items = readGroups<Row>(
    client,
    // Ranked without their texts, which only those need that say something.
    `with ranked as (
      select r.review_id, row_number() over (
        partition by r.item_id order by r.trust_weight desc, r.helpful_votes desc nulls last, r.written_at desc nulls last, r.review_id
      ) as place
      from reviewguide.reviews r where r.item_id in (select item_id from quoted_items)
    ), spoken as materialized (
      select o.review_id, json_agg(json_build_array(o.aspect, o.polarity, o.quote_start, o.quote_end) order by o.quote_start, o.term_start, o.aspect) as said
      from reviewguide.opinions o where o.item_id in (select item_id from quoted_items) group by o.review_id
    )
    select r.item_id, i.category, r.review_id, r.body, r.trust_weight as weight, r.helpful_votes as votes, r.written_at, spoken.said
    from ranked join spoken using (review_id) join reviewguide.reviews r using (review_id) join reviewguide.items i on i.item_id = r.item_id
    where ranked.place <= ${MOST_REVIEWS}
    order by r.item_id collate "C", r.review_id collate "C"`,
    ({ item_id }) => item_id,
  )
  const found = createFoundRows(client, 'reviewguide.item_quotes')
  for await (const reviews of items) {
    const aspects = counting.get(reviews[0].category)
    const placed = reviews.flatMap((review) => candidatesOf(review, (aspect) => aspects?.has(aspect) ?? false))
    const chosen = chooseQuotes(
      placed.map(({ candidate }) => candidate),
      PER_CELL,
    )
    for (const [cell, members] of chosen) {
      const [aspect, polarity] = JSON.parse(cell) as [string, string]
      members.forEach((at, place) => {
        const { candidate, start, end } = placed[at] as Placed
        found.add([reviews[0].item_id, aspect, polarity, place + 1, candidate.reviewId, start, end])
      })
    }
    await found.flush()
  }
  await found.flush(true)
}

/** What counts as an aspect in the categories that changed. */
async function readCounting(client: PoolClient): Promise<Map<string, Set<string>>> {
  const { rows } = await client.query<{ category: string; aspects: string[] }>(`
    select category, json_agg(aspect) as aspects from reviewguide.category_aspects
    where category in (select category from reviewguide.stale_items) group by category`)
  return new Map(rows.map(({ category, aspects }) => [category, new Set(aspects)]))
}

/** A review's quotes, each once with all that it speaks to. Cut here and not in SQL: offsets are UTF-16 units, and Postgres counts code points. */
function candidatesOf(
  { review_id, body, weight, votes, written_at, said }: Row,
  counts: (aspect: string) => boolean,
): Placed[] {
  const counted = said.filter(([aspect]) => counts(aspect))
  const bySpan = Map.groupBy(counted, ([, , start, end]) => `${start} ${end}`)
  return [...bySpan.values()].flatMap((group) => {
    const [, , start, end] = group[0] as Row['said'][number]
    const text = body.slice(start, end)
    if (text.trim() === '') return []
    const cells = [...new Set(group.map(([aspect, polarity]) => JSON.stringify([aspect, polarity])))]
    const candidate = { reviewId: review_id, text, weight, helpfulVotes: votes, writtenAt: written_at, cells }
    return [{ candidate, start, end }]
  })
}

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

/** Chooses the quotes of stale items anew. Within the caller's transaction. */
export async function refreshQuotes(
  client: PoolClient,
  { chooseQuotes }: Pick<Science, 'chooseQuotes'>,
): Promise<void> {
  await client.query(
    'delete from reviewguide.item_quotes where item_id in (select item_id from reviewguide.stale_items)',
  )
  const items = readGroups<Row>(
    client,
    `select ranked.item_id, ranked.review_id, ranked.body, ranked.trust_weight as weight, ranked.helpful_votes as votes, ranked.written_at, spoken.said
    from (
      select r.*, row_number() over (
        partition by r.item_id order by r.trust_weight desc, r.helpful_votes desc nulls last, r.written_at desc nulls last, r.review_id
      ) as place
      from reviewguide.reviews r where r.item_id in (select item_id from reviewguide.stale_items)
    ) ranked
    join lateral (
      select json_agg(json_build_array(o.aspect, o.polarity, o.quote_start, o.quote_end) order by o.quote_start, o.term_start, o.aspect) as said
      from reviewguide.opinions o where o.review_id = ranked.review_id
    ) spoken on spoken.said is not null
    where ranked.place <= ${MOST_REVIEWS}
    order by ranked.item_id collate "C", ranked.review_id collate "C"`,
    ({ item_id }) => item_id,
  )
  const found = createFoundRows(client, 'reviewguide.item_quotes')
  for await (const reviews of items) {
    const placed = reviews.flatMap(candidatesOf)
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

/** A review's quotes, each once with all that it speaks to. Cut here and not in SQL: offsets are UTF-16 units, and Postgres counts code points. */
function candidatesOf({ review_id, body, weight, votes, written_at, said }: Row): Placed[] {
  const bySpan = Map.groupBy(said, ([, , start, end]) => `${start} ${end}`)
  return [...bySpan.values()].flatMap((group) => {
    const [, , start, end] = group[0] as Row['said'][number]
    const text = body.slice(start, end)
    if (text.trim() === '') return []
    const cells = [...new Set(group.map(([aspect, polarity]) => JSON.stringify([aspect, polarity])))]
    const candidate = { reviewId: review_id, text, weight, helpfulVotes: votes, writtenAt: written_at, cells }
    return [{ candidate, start, end }]
  })
}

import type { Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/** Words kept for an aspect of a category: what people call it, without the tail of one-offs. */
const MAX_TERMS = 12

/**
 * Brings the aspects of stale items and of their categories up to date. All that is judged is counted for each item; `category_aspects` holds what counts as an aspect there, and readers show nothing
 * else. A review counts once an aspect: on a side when all it says there is on
 * that side (neutral remarks aside), undecided otherwise.
 */
export async function refreshAspects(
  client: PoolClient,
  { openAspects: { fewest, fewOf, share, tells, definite } }: Pick<Science, 'openAspects'>,
): Promise<void> {
  await client.query(
    'delete from reviewguide.item_aspects where item_id in (select item_id from reviewguide.stale_items)',
  )
  await client.query(`
    with said as (
      select o.item_id, o.aspect, o.review_id,
        case
          when bool_or(o.polarity = 'mixed') or bool_or(o.polarity = 'positive') = bool_or(o.polarity = 'negative') then 'undecided'
          when bool_or(o.polarity = 'positive') then 'positive'
          else 'negative'
        end as side,
        count(o.definite) as open_uses, count(*) filter (where o.definite) as definite_uses
      from reviewguide.opinions o
      where o.item_id in (select item_id from reviewguide.stale_items)
      group by o.item_id, o.aspect, o.review_id
    )
    insert into reviewguide.item_aspects (item_id, aspect, positive, negative, undecided, mentions, positive_weight, negative_weight, open_uses, definite_uses)
    select s.item_id, s.aspect,
      count(*) filter (where side = 'positive'), count(*) filter (where side = 'negative'), count(*) filter (where side = 'undecided'), count(*),
      coalesce(sum(w.weight) filter (where side = 'positive'), 0), coalesce(sum(w.weight) filter (where side = 'negative'), 0),
      sum(s.open_uses), sum(s.definite_uses)
    from said s join reviewguide.reviews r using (review_id)
    join reviewguide.items i on i.item_id = s.item_id join reviewguide.categories c on c.category = i.category
    cross join lateral (
      select r.trust_weight::numeric * reviewguide.age_weight(r.written_at, c.as_of, c.age_weights)::numeric as weight
    ) w
    group by s.item_id, s.aspect`)

  await client.query(
    'delete from reviewguide.item_terms where item_id in (select item_id from reviewguide.stale_items)',
  )
  await client.query(`
    insert into reviewguide.item_terms (item_id, aspect, term, uses)
    select item_id, aspect, term, count(*) from reviewguide.opinions
    where item_id in (select item_id from reviewguide.stale_items) and term <> ''
    group by item_id, aspect, term`)

  await client.query(
    'delete from reviewguide.category_aspects where category in (select category from reviewguide.stale_items)',
  )
  await client.query(`
    with touched as (
      select item_id, category from reviewguide.items where category in (select category from reviewguide.stale_items)
    ), sizes as (
      select category, sum(reviews) as reviews from touched join reviewguide.item_ratings using (item_id) group by category
    ), ranked as (
      select category, aspect, term, sum(uses) as uses,
        row_number() over (partition by category, aspect order by sum(uses) desc, term) as place
      from touched join reviewguide.item_terms using (item_id)
      group by category, aspect, term
    ), words as (
      select category, aspect, array_agg(term order by place) as terms from ranked where place <= ${MAX_TERMS} group by category, aspect
    )
    insert into reviewguide.category_aspects (category, aspect, mentions, positive, negative, terms)
    select t.category, a.aspect, sum(a.mentions), sum(a.positive), sum(a.negative), coalesce(min(w.terms), '{}')
    from touched t join sizes using (category) join reviewguide.item_aspects a using (item_id) left join words w using (category, aspect)
    group by t.category, a.aspect, sizes.reviews
    having sum(a.open_uses) = 0 or (
      sum(a.mentions) >= greatest(least(${fewest}, ceil(sizes.reviews * ${fewOf})), ceil(sizes.reviews * ${share}))
      and (sum(a.open_uses) < ${tells} or sum(a.definite_uses) >= sum(a.open_uses) * ${definite})
    )`)
}

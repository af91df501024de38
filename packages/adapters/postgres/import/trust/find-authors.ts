import type { TrustScience } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { createFoundRows } from '../found-rows.ts'
import { readGroups } from '../read-groups.ts'

type AuthorScience = Pick<TrustScience, 'FEWEST_OF_ONE' | 'isOneAuthor' | 'PRAISE'>

interface Row {
  source: string
  author: string
  subject: string
  ofSubject: number
  all: number
  sourceAll: number
  sourceOfSubject: number
}

/**
 * Makes `found_authors`: reviews by authors who write of one item, or praise one brand, alone; and `touched_sources`, of which this is the whole truth. All authors of a source are looked at, because every review changes
 * what chance lets expect.
 */
export async function findAuthors(client: PoolClient, science: AuthorScience): Promise<void> {
  await client.query(`
    create temp table found_authors (review_id text, of_item integer, of_brand integer) on commit drop;
    create temp table one_sided (source text, author text, subject text, reviews integer) on commit drop;
    create temp table touched_sources on commit drop as
      select source from reviewguide.stale_sources
      union select i.source from reviewguide.stale_items join reviewguide.items i using (item_id)`)
  await findOneSided(client, ofItems(science), science)
  await client.query(`
    insert into found_authors (review_id, of_item)
    select review_id, o.reviews from one_sided o join reviewguide.reviews r on r.item_id = o.subject and r.source = o.source and r.author = o.author;
    truncate one_sided`)
  await findOneSided(client, ofBrands(science), science)
  await client.query(`
    insert into found_authors (review_id, of_brand)
    select review_id, o.reviews from one_sided o
    join reviewguide.items i on i.source = o.source and i.brand = o.subject
    join reviewguide.reviews r on r.item_id = i.item_id and r.source = o.source and r.author = o.author and r.rating >= ${science.PRAISE}`)
}

async function findOneSided(client: PoolClient, query: string, { isOneAuthor }: AuthorScience): Promise<void> {
  const found = createFoundRows(client, 'one_sided (source, author, subject, reviews)')
  const names = readGroups<Row>(client, query, (row) => JSON.stringify([row.source, row.author, row.subject]))
  for await (const [{ source, author, subject, all, ofSubject, sourceAll, sourceOfSubject }] of names) {
    if (isOneAuthor({ author, all, ofSubject, source: { all: sourceAll, ofSubject: sourceOfSubject } }))
      found.add([source, author, subject, ofSubject])
    await found.flush()
  }
  await found.flush(true)
}

const ofItems = ({ FEWEST_OF_ONE }: AuthorScience) => `
  with by_item as materialized (
    select source, item_id, author, count(*) as n from reviewguide.reviews
    where source in (select source from touched_sources) group by source, item_id, author
  ), items as (
    select source, item_id, sum(n) as n from by_item group by source, item_id
  ), sources as (
    select source, sum(n) as n from by_item group by source
  ), named as (
    select *, sum(n) over (partition by source, author) as total from by_item where author is not null
  )
  select a.source, a.author, a.item_id as subject, a.n::integer as "ofSubject", a.total::integer as "all", s.n::integer as "sourceAll", i.n::integer as "sourceOfSubject"
  from named a join items i using (source, item_id) join sources s using (source)
  where a.n >= ${FEWEST_OF_ONE} order by 1, 2, 3`

const ofBrands = ({ FEWEST_OF_ONE, PRAISE }: AuthorScience) => `
  with by_brand as materialized (
    select r.source, i.brand, r.author, count(*) as n, count(*) filter (where r.rating >= ${PRAISE}) as praised
    from reviewguide.reviews r join reviewguide.items i using (item_id)
    where r.source in (select source from touched_sources) group by r.source, i.brand, r.author
  ), brands as (
    select source, brand, sum(praised) as n from by_brand group by source, brand
  ), sources as (
    select source, sum(praised) as n from by_brand group by source
  ), named as (
    select source, author, max(brand) filter (where praised > 0) as brand, sum(praised) as praised
    from by_brand where author is not null group by source, author
    having sum(praised) >= ${FEWEST_OF_ONE} and count(*) filter (where praised > 0) = 1
      and bool_and(praised = 0 or (brand is not null and n = praised))
  )
  select a.source, a.author, a.brand as subject, a.praised::integer as "ofSubject", a.praised::integer as "all", s.n::integer as "sourceAll", b.n::integer as "sourceOfSubject"
  from named a join brands b using (source, brand) join sources s using (source) order by 1, 2, 3`

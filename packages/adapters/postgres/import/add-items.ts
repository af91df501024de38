import type { ImportId } from '@reviewguide/contracts'
import type { NewItem } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/**
 * Adds items; one that exists gains only what it lacked, so that importing again changes nothing. Those that are new or changed become stale; one that
 * gains its category does so in both, and its reviews wait to be analysed anew.
 */
export async function addItems(client: PoolClient, importId: ImportId, items: NewItem[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map((item) => ({
    item_id: item.itemId,
    source: item.source,
    external_id: item.externalId,
    name: item.name,
    nameless: item.nameless,
    kind: item.kind,
    brand: item.brand,
    category: item.category,
    price_minor: item.price?.minor ?? null,
    price_currency: item.price?.currency ?? null,
    url: item.url,
    image: item.image,
    attributes: item.attributes,
    described_by: item.described ? importId : null,
  }))
  await client.query(
    `with new as (
      select * from jsonb_to_recordset($1::jsonb) as new (
        item_id text, source text, external_id text, name text, nameless boolean, kind text, brand text, category text,
        price_minor bigint, price_currency text, url text, image text, attributes jsonb, described_by text
      )
    ), moving as (
      select stored.item_id, stored.category from reviewguide.items stored join new using (item_id)
      where stored.category = 'uncategorised' and new.category <> 'uncategorised'
    ), moved as (
      insert into reviewguide.moved_items
      select item_id from moving where exists (select from reviewguide.reviews r where r.item_id = moving.item_id)
      on conflict do nothing
    ), touched as (
      insert into reviewguide.items as stored
        (item_id, source, external_id, name, nameless, kind, brand, category, price_minor, price_currency, url, image, attributes, described_by)
      select item_id, source, external_id, name, nameless, kind, brand, category, price_minor, price_currency, url, image, attributes, described_by
      from new order by item_id
      on conflict (item_id) do update set
        name = case when stored.nameless and not excluded.nameless then excluded.name else stored.name end,
        nameless = stored.nameless and excluded.nameless,
        category = case when stored.category = 'uncategorised' then excluded.category else stored.category end,
        brand = coalesce(stored.brand, excluded.brand),
        price_minor = coalesce(stored.price_minor, excluded.price_minor),
        price_currency = coalesce(stored.price_currency, excluded.price_currency),
        url = coalesce(stored.url, excluded.url),
        image = coalesce(stored.image, excluded.image),
        attributes = excluded.attributes || stored.attributes,
        described_by = coalesce(stored.described_by, excluded.described_by)
      where (stored.nameless and not excluded.nameless)
        or (stored.category = 'uncategorised' and excluded.category <> 'uncategorised')
        or (stored.described_by is null and excluded.described_by is not null)
        or (stored.brand is null and excluded.brand is not null)
        or (stored.price_minor is null and excluded.price_minor is not null)
        or (stored.url is null and excluded.url is not null)
        or (stored.image is null and excluded.image is not null)
        or excluded.attributes || stored.attributes <> stored.attributes
      returning item_id, category
    )
    insert into reviewguide.stale_items select item_id, category from touched union select item_id, category from moving on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}

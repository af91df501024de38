import { AppError } from '@reviewguide/contracts'

/** The fields that a flat row can fill. */
export const fieldNames = [
  'item.id',
  'item.name',
  'item.kind',
  'item.brand',
  'item.category',
  'item.categories',
  'item.price',
  'item.currency',
  'item.url',
  'item.image',
  'review.id',
  'review.text',
  'review.title',
  'review.rating',
  'review.ratingScale',
  'review.writtenAt',
  'review.author',
  'review.verified',
  'review.helpfulVotes',
  'review.url',
  'review.language',
  'source',
] as const
export type Field = (typeof fieldNames)[number]

/** Which column of a file fills which field. */
export type Mapping = Partial<Record<Field, string>>

/** Usual names of columns, in the order in which they are preferred. A name stands here as `plain` makes it. */
const usual: Record<Field, string> = {
  'item.id':
    'item_id product_id productid parent_asin asin asins sku gtin business_id hotel_id place_id listing_id prod_id',
  'item.name':
    'item_name item product_name productname product product_title prod_name name business_name hotel_name hotel place_name company model',
  'item.kind': 'kind item_kind',
  'item.brand': 'brand item_brand brand_name manufacturer brands',
  'item.category': 'category item_category product_category main_category category_name department product_type',
  'item.categories': 'categories primary_categories primarycategories',
  'item.price': 'price item_price product_price discounted_price sale_price actual_price prices_amountmin',
  'item.currency': 'currency price_currency item_currency prices_currency',
  'item.url': 'item_url product_url product_link',
  'item.image': 'image image_url item_image product_image imageurl',
  'review.id': 'review_id reviewid reviews_id id_review',
  'review.text':
    'review_text reviewtext reviews_text text body review_body reviewbody content review_content review_description',
  'review.title':
    'review_title reviewtitle reviews_title title headline review_headline review_heading heading subject',
  'review.rating':
    'rating reviews_rating review_rating star_rating stars overall rate score review_score review_stars star ratings',
  'review.ratingScale': 'rating_scale ratingscale best_rating max_rating',
  'review.writtenAt':
    'written_at writtenat date review_date reviews_date reviewdate reviewtime review_time unixreviewtime timestamp time created_at published_at date_posted posted_at review_timestamp',
  'review.author':
    'author reviewer reviews_username username user_name reviewer_name reviewername user profile_name profilename author_name user_id userid reviewerid reviewer_id customer_id nickname',
  'review.verified': 'verified verified_purchase reviews_didpurchase is_verified verified_buyer didpurchase',
  'review.helpfulVotes':
    'helpful_votes helpfulvotes helpful_yes helpful helpful_vote reviews_numhelpful numhelpful helpful_count vote votes useful upvotes thumbs_up found_helpful positive_feedback_count',
  'review.url': 'review_url reviews_sourceurls review_link sourceurls',
  'review.language': 'language lang review_language locale',
  source: 'source reviews_source site website',
}

/** Names that hold a review's text in one file and its headline in another; their content tells. */
const ambiguous = 'review reviews summary review_summary comment comments description feedback opinion'.split(' ')

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')

/**
 * Finds out which column is what, from the names and, where a name can mean two things, from the first rows. What `given` names goes first.
 * Throws `invalid_request` with a sentence for people when a given column is not there, or when no column can be the text or the item.
 */
export function mapColumns(columns: string[], rows: Record<string, unknown>[], given: Mapping = {}): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<string>()
  const take = (field: Field, column: string | undefined) => {
    if (column === undefined || mapping[field] !== undefined) return
    mapping[field] = column
    taken.add(column)
  }
  for (const [field, column] of Object.entries(given) as [Field, string][]) {
    const found = columns.find((name) => name === column) ?? columns.find((name) => plain(name) === plain(column))
    if (found === undefined) {
      throw new AppError('invalid_request', { details: `There is no column "${column}". ${listed(columns)}` })
    }
    take(field, found)
  }

  const find = (names: string) => {
    const free = columns.filter((column) => !taken.has(column))
    for (const name of names.split(' ')) {
      const column = free.find((candidate) => plain(candidate) === name)
      if (column !== undefined) return column
    }
    return undefined
  }
  const length = (column: string) => rows.reduce((sum, row) => sum + lengthOf(row[column]), 0)

  for (const field of fieldNames) {
    if (field !== 'review.title') take(field, find(usual[field]))
    if (field === 'item.price' && !mapping['item.price']) take(field, find(priceColumns(columns)))
  }
  const maybe = ambiguous.flatMap((name) => find(name) ?? []).sort((a, b) => length(b) - length(a))
  take(
    'review.text',
    maybe.find((column) => !taken.has(column)),
  )
  take('review.title', find(usual['review.title']) ?? maybe.find((column) => !taken.has(column)))
  // "id" is the review's where the item has a column of its own, and the item's where the reviews do ("reviews.text").
  const nested = columns.some((column) => plain(column).startsWith('reviews_'))
  const id = find('id')
  const itemHasOwn = mapping['item.id'] !== undefined && !nested
  if (id !== undefined) {
    if (nested && given['item.id'] === undefined) mapping['item.id'] = id
    else take(itemHasOwn || plain(mapping['item.name'] ?? '') !== 'name' ? 'review.id' : 'item.id', id)
  }
  // A lone "title" is the item's name where nothing else names an item.
  if (!mapping['item.name'] && !mapping['item.id'] && plain(mapping['review.title'] ?? '') === 'title') {
    mapping['item.name'] = mapping['review.title']
    delete mapping['review.title']
  }

  const missing = !mapping['review.text']
    ? "the review's text"
    : !mapping['item.name'] && !mapping['item.id']
      ? 'the item'
      : null
  if (missing !== null) {
    const field = missing === 'the item' ? 'item.name' : 'review.text'
    throw new AppError('invalid_request', {
      details: `A column is missing: none of the usual names for ${missing} stands in the header. ${listed(columns)} Name one with --map ${field}=COLUMN.`,
    })
  }
  return mapping
}

const priceColumns = (columns: string[]) =>
  columns
    .map(plain)
    .filter((name) => /(^|_)price(_|$)|^mrp/.test(name) && !/count|range|currency|old|before|drop/.test(name))
    .join(' ')

const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : 0)

const listed = (columns: string[]) => `The columns are: ${columns.slice(0, 40).join(', ').slice(0, 600)}.`

import { createCategoryGuess } from '../fields/guess-category.ts'
import { parsePrice } from '../fields/parse-price.ts'
import { productType } from '../fields/product-types.ts'
import { reviewFields } from './review-fields.ts'
import { collectGraph, type Graph, typesOf } from './schema-org-graph.ts'
import type { Draft, Shape } from './shape.ts'
import { addressOf, attributesOf, isRecord, textOf, textsOf, votesOf, wholeText } from './values.ts'

type Node = Record<string, unknown>

/** Types of schema.org that are things to buy; a page's list of its menus or its publisher is no item. */
const products =
  /^(?:Product|ProductGroup|ProductModel|IndividualProduct|Vehicle|Car|Book|Movie|Game|VideoGame|SoftwareApplication|MobileApplication)$/
const services = /^(?:Service|FinancialProduct|Course|FinancialService|InsuranceAgency)$/
/** Types of places, by what their names end in: schema.org has some two hundred of them. */
const places =
  /(?:LocalBusiness|Restaurant|Hotel|Store|Shop|Place|Lodging\w*|Resort|Hostel|Motel|Bakery|Bar\w*|Brewery|Winery|Salon|Spa|Gym|Park|Museum|Attraction|Clinic|Dentist|Physician|Hospital|Pharmacy|Business|Cinema|Theater|Library|Zoo|Campground|Residence|Apartment|House|Accommodation|Dealer|Repair|Establishment|Agency|Club)$/

/**
 * schema.org in JSON-LD: products and places with the reviews within them, and reviews that name what they review. Ratings of other scales come with their
 * `bestRating`; `aggregateRating` is nobody's review and is left out. https://schema.org/Review
 */
export function createSchemaOrg(): Shape {
  const guessCategory = createCategoryGuess()
  return {
    name: 'schema.org',
    fits: (row) => '@type' in row || '@graph' in row || '@context' in row,
    lines(row) {
      const graph = collectGraph(row)
      const reviewed = new Set<Node>()
      const drafts: Draft[] = graph.reviews.map(({ review, parent, named }) => {
        // What holds the review says more of itself than the review does of it, unless it is the page.
        const of = (parent && kindOf(parent) ? parent : (named ?? parent)) ?? {}
        reviewed.add(of)
        const item = itemOf(of, graph, guessCategory)
        return { nameless: false, line: { source: item.source, item: item.fields, review: reviewOf(review, graph) } }
      })
      for (const node of graph.nodes) {
        if (reviewed.has(node) || kindOf(node) === undefined || textOf(node.name) === undefined) continue
        const item = itemOf(node, graph, guessCategory)
        drafts.push({ nameless: false, line: { source: item.source, item: item.fields } })
      }
      return drafts.length > 0 ? drafts : [{ reason: 'no review and no item in the JSON-LD' }]
    },
  }
}

function kindOf(node: Node): 'product' | 'place' | 'service' | undefined {
  const types = typesOf(node)
  if (types.some((type) => products.test(type))) return 'product'
  if (types.some((type) => services.test(type))) return 'service'
  return types.some((type) => places.test(type)) ? 'place' : undefined
}

function itemOf(node: Node, graph: Graph, guessCategory: ReturnType<typeof createCategoryGuess>) {
  const name = textOf(node.name, 1000)
  const brand = nameOf(graph.resolve(node.brand ?? node.manufacturer), 200)
  const kind = kindOf(node)
  const url = addressOf(node.url) ?? addressOf(node['@id'])
  const id = ['sku', 'productID', 'gtin13', 'gtin', 'gtin12', 'gtin14', 'gtin8', 'mpn', 'isbn'].flatMap(
    (key) => textOf(node[key]) ?? [],
  )[0]
  const address = graph.resolve(node.address)
  const city = isRecord(address) ? address.addressLocality : undefined
  return {
    source: url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, ''),
    fields: {
      id: id ?? url,
      name,
      kind,
      brand,
      category:
        guessCategory(categoriesOf(node), `${name ?? ''} ${brand ?? ''}`) ??
        (kind === 'place'
          ? placeCategory(node)
          : kind === 'product'
            ? (productType(name ?? '') ?? undefined)
            : undefined),
      price: priceOf(graph.resolve(node.offers)),
      url,
      image: addressOf(graph.resolve(node.image)),
      attributes: {
        ...attributesOf({
          city,
          servesCuisine: textsOf(node.servesCuisine).join(', '),
          color: node.color,
          material: node.material,
          model: nameOf(node.model, 200),
        }),
        ...propertiesOf(node.additionalProperty),
      },
    },
  }
}

function reviewOf(review: Node, graph: Graph): Record<string, unknown> {
  const [rating] = [review.reviewRating].flat().map((each) => graph.resolve(each))
  const rated = isRecord(rating) ? rating : { ratingValue: rating }
  const id = addressOf(review['@id'])
  return reviewFields({
    id,
    text: wholeText(review.reviewBody) || wholeText(review.description) || wholeText(review.text),
    title: textOf(review.name ?? review.headline, 2000),
    rating: rated.ratingValue,
    best: rated.bestRating,
    worst: rated.worstRating,
    writtenAt: review.datePublished ?? review.dateCreated,
    author: nameOf([review.author].flat().map((each) => graph.resolve(each))[0], 300),
    helpfulVotes: votesOf(review.upvoteCount),
    url: addressOf(review.url) ?? id,
    language: textOf(review.inLanguage, 20),
  })
}

/** "Person" may be an object or just its name. */
const nameOf = (value: unknown, longest: number) => textOf(isRecord(value) ? value.name : value, longest)

const categoriesOf = ({ category }: Node) =>
  [category].flat().flatMap((each) => (nameOf(each, 300) ?? '').split(/\s*[>/]\s*/).filter(Boolean))

/** "CafeOrCoffeeShop" → "cafe or coffee shops"; a business of no finer type has none. */
function placeCategory(node: Node): string | undefined {
  const type = typesOf(node).find((each) => places.test(each) && !/^(?:LocalBusiness|Place|Organization)$/.test(each))
  return type && `${type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()}s`.replace(/ys$/, 'ies').replace(/ss$/, 's')
}

/** One price of the offers; where they differ there is none. */
function priceOf(offers: unknown) {
  const prices = [offers].flat().flatMap((offer) => {
    if (!isRecord(offer)) return []
    const specification: Node = isRecord(offer.priceSpecification) ? offer.priceSpecification : {}
    const low =
      textOf(offer.price ?? specification.price) ??
      (textOf(offer.lowPrice) === textOf(offer.highPrice) ? textOf(offer.lowPrice) : undefined)
    const currency = textOf(offer.priceCurrency ?? specification.priceCurrency, 3)
    return low === undefined ? [] : [parsePrice(low, currency ?? null)]
  })
  const [first] = prices
  return first && prices.every((price) => price?.amount === first.amount) ? first : undefined
}

function propertiesOf(value: unknown): Record<string, string | number | boolean> {
  const pairs = [value]
    .flat()
    .flatMap((each) => (isRecord(each) && typeof each.name === 'string' ? [[each.name, each.value] as const] : []))
  return attributesOf(Object.fromEntries(pairs))
}

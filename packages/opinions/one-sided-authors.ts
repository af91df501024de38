/** Reviews of one subject from which a name is looked at. */
export const FEWEST_OF_ONE = 3

/**
 * The chance, at most, that a name which many people share would stand under so many reviews of one subject: people who review at random each choose it with the
 * chance of its share. Above it the name may be many people, and nothing is held against them; a source of few subjects tells nothing.
 */
const BY_CHANCE = 0.001

/** Share of a name's reviews that must be about the subject: "Bob" and "Alex" stand under many, here and there three times under the same. */
const NEARLY_ALL = 0.8

/** Names that sites give to those who give none: nobody's own, however often they appear. */
const noName =
  /\b(?:anonym\p{L}*|customer|client|guest|user|buyer|shopper|reviewer|member|unknown|nobody|none|null|n\/a|kunde|cliente?|nutzer|utilisateur)\b/iu

/** What one name of a source wrote, and the part of it on one subject: an item, or a brand. */
export interface NamedReviews {
  author: string
  /** All reviews under the name. */
  all: number
  /** Those of the subject. */
  ofSubject: number
  /** The same of the whole source, these included. */
  source: { all: number; ofSubject: number }
}

/**
 * Whether reviews under one name are so much about one subject that they come from one person: nearly all are, and beyond the first, which is given, as many fall on the subject by
 * chance in less than one of a thousand names (Chernoff's bound of the binomial tail).
 */
export function isOneAuthor({ author, all, ofSubject, source }: NamedReviews): boolean {
  if (ofSubject < FEWEST_OF_ONE || ofSubject < NEARLY_ALL * all || noName.test(author)) return false
  // What the other names' reviews let expect; one more of each, so that nothing is impossible.
  const subjectShare = (source.ofSubject - ofSubject + 1) / (source.all - all + 1)
  const others = all - 1
  const share = (ofSubject - 1) / others
  if (share <= subjectShare) return false
  const divergence =
    share * Math.log(share / subjectShare) + (share < 1 ? (1 - share) * Math.log((1 - share) / (1 - subjectShare)) : 0)
  return Math.exp(-others * divergence) <= BY_CHANCE
}

/** A review as its author's others see it. */
export interface AuthoredReview {
  item: string
  source: string
  /** Null where the source gives none; without one nothing is held against a review. */
  author: string | null
  brand: string | null
  rating: number | null
}

/** What an author's other reviews make of one. */
export interface OwnReviews {
  /** Reviews of the same item by the author, this one included; 1 where there are no others, or the name may be several people. */
  ofItem: number
  /** Reviews of the author that praise the same brand, this one included, when all praise goes to it and it gets nothing else; 0 otherwise. */
  ofBrand: number
}

/** From this rating a review is praise. */
export const PRAISE = 4.5

/** For each review what its author's others make of it. Names are told apart by source; their order changes nothing. */
export function findOneSidedAuthors(reviews: readonly AuthoredReview[]): OwnReviews[] {
  const found = reviews.map((): OwnReviews => ({ ofItem: 1, ofBrand: 0 }))
  for (const ofSource of groups(reviews.keys(), (at) => reviews[at]?.source)) {
    const review = (at: number) => reviews[at] as AuthoredReview
    const items = Map.groupBy(ofSource, (at) => review(at).item)
    const praise = ofSource.filter((at) => (review(at).rating ?? 0) >= PRAISE)
    const brands = Map.groupBy(praise, (at) => review(at).brand)
    const named = ofSource.filter((at) => review(at).author !== null)
    for (const own of groups(named, (at) => review(at).author)) {
      const author = review(own[0] as number).author ?? ''
      if (own.length < FEWEST_OF_ONE) continue
      for (const ofItem of groups(own, (at) => review(at).item)) {
        const source = { all: ofSource.length, ofSubject: items.get(review(ofItem[0] as number).item)?.length ?? 0 }
        if (isOneAuthor({ author, all: own.length, ofSubject: ofItem.length, source }))
          for (const at of ofItem) (found[at] as OwnReviews).ofItem = ofItem.length
      }
      const praised = own.filter((at) => (review(at).rating ?? 0) >= PRAISE)
      const brand = praised[0] === undefined ? null : review(praised[0]).brand
      const ofBrand = own.filter((at) => review(at).brand === brand)
      const oneBrand =
        brand !== null && praised.length === ofBrand.length && ofBrand.every((at) => praised.includes(at))
      const source = { all: praise.length, ofSubject: brands.get(brand)?.length ?? 0 }
      if (oneBrand && isOneAuthor({ author, all: praised.length, ofSubject: praised.length, source }))
        for (const at of praised) (found[at] as OwnReviews).ofBrand = praised.length
    }
  }
  return found
}

const groups = <K>(all: Iterable<number>, keyOf: (at: number) => K) => [...Map.groupBy(all, keyOf).values()]

import { isRecord } from './values.ts'

type Node = Record<string, unknown>

/** Deeper and larger than any page; what is beyond is not walked. */
const MAX_DEPTH = 30
const MAX_NODES = 50_000

/** The things of a document of JSON-LD. */
export interface Graph {
  nodes: Node[]
  /** Reviews, each once, with the node that holds them and the one that they name as reviewed. */
  reviews: { review: Node; parent: Node | null; named: Node | null }[]
  /** What a reference (`{"@id": …}`) stands for; anything else is itself. */
  resolve(value: unknown): unknown
}

/** The types of a node, without the address of their vocabulary. */
export const typesOf = (node: Node): string[] =>
  [node['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []))

const isReview = (node: Node) => typesOf(node).some((type) => type.endsWith('Review') && type !== 'ClaimReview')

/** Walks a document and gathers its nodes and reviews, however they are nested. */
export function collectGraph(document: unknown): Graph {
  const nodes: Node[] = []
  const byId = new Map<string, Node>()
  const found: { review: Node; parent: Node | null }[] = []

  const walk = (value: unknown, parent: Node | null, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return
    if (Array.isArray(value)) {
      for (const each of value) walk(each, parent, depth + 1)
      return
    }
    if (!isRecord(value)) return
    nodes.push(value)
    const id = value['@id']
    if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value)
    if (isReview(value)) found.push({ review: value, parent })
    for (const [key, part] of Object.entries(value)) {
      if (typeof part !== 'object' || key === 'aggregateRating' || key === 'reviewRating') continue
      const holdsReviews = key === 'review' || key === 'reviews'
      // A review in a list of reviews need not say that it is one.
      if (holdsReviews)
        for (const each of [part].flat())
          if (isRecord(each) && !('@type' in each) && !('@id' in each)) each['@type'] = 'Review'
      walk(part, holdsReviews ? value : null, depth + 1)
    }
  }
  walk(document, null, 0)

  const resolve = (value: unknown): unknown => {
    if (!isRecord(value) || typeof value['@id'] !== 'string' || Object.keys(value).length > 2) return value
    return byId.get(value['@id']) ?? value
  }
  // A product may name its reviews instead of holding them.
  const parents = new Map<unknown, Node>()
  for (const node of nodes)
    for (const each of [node.review, node.reviews].flat()) {
      const review = resolve(each)
      if (isRecord(review)) parents.set(review, node)
    }
  const reviews: Graph['reviews'] = []
  for (const { review, parent } of found) {
    if (Object.keys(review).every((key) => key.startsWith('@'))) continue
    const said = resolve([review.itemReviewed].flat()[0])
    reviews.push({ review, parent: parent ?? parents.get(review) ?? null, named: isRecord(said) ? said : null })
  }
  return { nodes, reviews, resolve }
}

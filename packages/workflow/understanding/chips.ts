import type { UnderstoodChip } from '@reviewguide/contracts'
import { aspectName, priceLimit } from '../answer/wording.ts'
import type { Understanding } from '../ports/index.ts'
import { withoutPhrase } from './loosen.ts'

/** What was understood, as parts that can be taken back one by one; none for small talk. The last part that is left cannot be taken back. */
export function chipsOf(understanding: Understanding): UnderstoodChip[] {
  const { intent } = understanding
  if (intent === 'chat' || intent === 'out_of_scope') return []
  const chips = [...subjects(understanding), ...limits(understanding), ...wishesOf(understanding)]
  // "Running" is a use and an aspect, "noise cancelling" a feature and one: said once.
  const once = chips.filter(
    ({ label, kind }, index) =>
      chips.findIndex((other) => sameLabel(other.label, label) && !opposed(other, kind)) === index,
  )
  return once.length > 1 ? once : once.map(({ kind, label }) => ({ kind, label }))
}

const sameLabel = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const opposed = (other: UnderstoodChip, kind: UnderstoodChip['kind']) =>
  other.kind.startsWith('not_') !== kind.startsWith('not_')

function subjects({ category, items }: Understanding): UnderstoodChip[] {
  // Items that are named say their category themselves.
  if (items.length > 0)
    return items.map(({ name }) => ({ kind: 'item', label: name, without: withoutPhrase.detail(name) }))
  return category ? [{ kind: 'category', label: category, without: withoutPhrase.category }] : []
}

function limits(understanding: Understanding): UnderstoodChip[] {
  const { brandsIn, brandsOut, namesOut, minRating, items, features } = understanding
  // An item that was asked for by name is told of whatever the limits say.
  if (items.length > 0) return []
  const chips: UnderstoodChip[] = []
  const price = priceLimit(understanding)
  if (price) chips.push({ kind: 'price', label: price, without: withoutPhrase.price })
  if (minRating) chips.push({ kind: 'rating', label: `${minRating} stars or more`, without: withoutPhrase.rating })
  for (const brand of brandsIn) {
    const without = brandsIn.length > 1 ? withoutPhrase.detail(brand) : withoutPhrase.brands
    chips.push({ kind: 'brand', label: brand, without })
  }
  for (const brand of brandsOut)
    chips.push({ kind: 'not_brand', label: `not ${brand}`, without: withoutPhrase.readmit(brand) })
  for (const { name } of namesOut ?? [])
    chips.push({ kind: 'not_item', label: `not ${name}`, without: withoutPhrase.readmit(name) })
  for (const { name, wanted } of features ?? [])
    chips.push({ kind: 'feature', label: wanted ? name : `no ${name}`, without: withoutPhrase.detail(name) })
  return chips
}

function wishesOf({ use, aspects, text, items }: Understanding): UnderstoodChip[] {
  const chips: UnderstoodChip[] = []
  if (use && items.length === 0) chips.push({ kind: 'use', label: use, without: withoutPhrase.detail(use) })
  for (const aspect of aspects) {
    const label = aspectName(aspect)
    chips.push({ kind: 'wish', label, without: withoutPhrase.detail(label) })
  }
  if (text !== '' && items.length === 0)
    chips.push({ kind: 'words', label: `“${text}”`, without: withoutPhrase.detail(`“${text}”`) })
  return chips
}

import type { ItemId, Kind, Money } from '@reviewguide/contracts'

/** An order by price, within one currency. */
export interface PriceOrder {
  first: 'lowest' | 'highest'
  currency: string
}

export type Intent = 'recommend' | 'compare' | 'assess' | 'ask' | 'chat' | 'out_of_scope'

/** What a question was taken to mean. The parser makes it; with a key a model may, checked against the same form. */
export interface Understanding {
  intent: Intent
  category?: string
  kind?: Kind
  budget?: { max?: Money; min?: Money }
  /** True when the question named no currency and the corpus' own was taken. */
  currencyAssumed?: boolean
  brandsIn: string[]
  brandsOut: string[]
  /** Aspects that were asked for, in the category's normal form, most wanted first. */
  aspects: string[]
  /** What it is for, in the asker's words: "running", "a family". */
  use?: string
  /** The words that describe the need, without limits and names. */
  text: string
  /** All that was said beside names, limits and the category, wishes included, as it was said. */
  words?: string
  /** Words of the need that no vocabulary knows; only the items' own words can answer them. */
  unread: string[]
  /** What a question about one item asked for and no review vocabulary knows, as it was said: a feature, or a rival to compare it with. */
  missed?: { words: string[]; rival: boolean } | undefined
  /** Items that are named, or that "the second one" refers to. */
  items: { itemId: ItemId; name: string }[]
  /** Of what could not be read: that it is in another language than English. */
  foreign?: true | undefined
  /** Of small talk: that it ends or thanks, and asks for nothing. */
  thanks?: boolean
  /** Of a question about an item: only the one side of it. */
  side?: 'positive' | 'negative'
  /** Items ruled out by name or by reference ("not that one"). */
  itemsOut: ItemId[]
  /** Names of those that were ruled out by name. */
  namesOut?: { itemId: ItemId; name: string }[]
  /** What an item must have, or must not have, by the catalogue's name of it. */
  features?: { name: string; wanted: boolean }[]
  /** The cheapest or the dearest is asked for, whatever people think of it. */
  priceOrder?: PriceOrder | undefined
  /** The least liked is asked for: "which should I avoid". */
  worstFirst?: boolean | undefined
  /** Order asked for beside fitness: "cheaper". */
  cheaperThan?: Money
  dearerThan?: Money
  minRating?: number
  followUp: boolean
}

/** What a turn leaves behind for the turns after it; stored with the answer. */
export interface TurnMemory {
  question: string
  understanding: Understanding
  /** What the turn asked back: the id of its clarifying question. */
  asked?: string
  /** The items that were shown, in their order: what "the second one" counts in. */
  shown: { itemId: ItemId; name: string; category: string; price?: Money }[]
}

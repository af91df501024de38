import type { Understanding } from '../ports/index.ts'

const lowest = /\b(?:cheapest|least expensive|lowest[ -]priced?)\b/i
const highest = /\b(?:most expensive|priciest|dearest|costliest|highest[ -]priced?)\b/i
/** "To avoid waking the baby" avoids nothing that is on file, and "the worst thing about it" asks for a side of it. */
const worst =
  /\b(?:worst(?:[ -](?:rated|reviewed))?|lowest[ -]rated|least (?:liked|loved|recommended)|should (?:i|we|one) (?:avoid|not (?:buy|book|get))|(?:stay|keep|steer) (?:away from|clear of)|avoid[\s?.!]*$|\bto avoid[\s?.!]*$)(?!\s+(?:thing|part|aspect|about))/i

/** The words that ask for the least liked say nothing of what is looked for. */
export function wordsOfOrder(text: string): { start: number; end: number }[] {
  const match = worst.exec(text)
  return match ? [{ start: match.index, end: match.index + match[0].length }] : []
}

/**
 * An order that the text asks for instead of fitness: by price, which is a fact and no opinion, or the least liked first. Empty where it asks for none, and by price only where
 * prices are known.
 *
 * @param currency the one in which prices are compared; null without any
 */
export function readOrder(text: string, currency: string | null): Pick<Understanding, 'priceOrder' | 'worstFirst'> {
  if (currency !== null && lowest.test(text)) return { priceOrder: { first: 'lowest', currency } }
  if (currency !== null && highest.test(text)) return { priceOrder: { first: 'highest', currency } }
  return worst.test(text) ? { worstFirst: true } : {}
}

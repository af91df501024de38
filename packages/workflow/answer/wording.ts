import type { ItemId, Kind, Money } from '@reviewguide/contracts'
import type { AspectLedger } from '../ports/index.ts'

/** One sentence as the writer proposes it, with the items that it speaks of; the checker decides. */
export interface Draft {
  text: string
  about: ItemId[]
}

/** An amount as it is written in answers: "$79.99", "$100", "CA$12.50". Whole amounts carry no decimals. */
export function formatMoney({ minor, currency }: Money): string {
  const whole = minor % 100 === 0
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(minor / 100)
}

/** A count with thousands separated: "1,284". */
export const formatCount = (count: number): string => count.toLocaleString('en-US')

/** Stars with one decimal: "4.3". */
export const formatStars = (stars: number): string => stars.toFixed(1)

/** A count with its noun: "1 review", "1,284 reviews". */
export const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`

/** A name as Markdown shows it letter by letter. */
export const escapeName = (name: string): string =>
  name.replaceAll(/[\\[\]*_`<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')

export const citations = (numbers: readonly number[]): string => numbers.map((n) => `[${n}]`).join('')

/** Aspects that are an amount of something: nobody "praises the noise". */
const amounts: Record<string, string> = {
  noise: 'noise level',
  weight: 'weight',
  size: 'size',
  price: 'price',
  speed: 'speed',
  volume: 'volume',
  value: 'value for money',
}

/** "the fit", "the noise level", "battery life" with its article; a possessive or proper form is left as it is. */
export const theAspect = (aspect: string): string => `the ${amounts[aspect] ?? aspect}`

/** The aspect as a heading names it, without article. */
export const aspectName = (aspect: string): string => amounts[aspect] ?? aspect

/** Whether an aspect's name is a plural: "the controls divide people". */
export const isPlural = (aspect: string): boolean =>
  /[^siu]s$/.test(aspect) && !/(?:ness|less|bass|canvas|gas)$/.test(aspect)

const pronoun = (aspect: string): string => (isPlural(aspect) ? 'them' : 'it')

/** Who writes reviews of this kind of thing. */
export const reviewerOf: Record<Kind, string> = { product: 'owner', place: 'guest', service: 'customer' }

/**
 * What people say for an aspect, as a clause whose words follow the share: all of them, most, a majority, or both sides. For aspects that more people
 * praise than fault. The figures are counts of reviews; the total are all that mention the aspect.
 */
export function praise(aspect: AspectLedger): string {
  const { positive, negative, mentions } = aspect
  const the = theAspect(aspect.aspect)
  const it = pronoun(aspect.aspect)
  const praised = Object.hasOwn(amounts, aspect.aspect) ? `are content with ${it}` : `praise ${it}`
  if (mentions === 1) return `the one review that mentions ${the} ${positive === 1 ? 'is favourable' : 'takes no side'}`
  if (positive === mentions) return `${everybody(mentions)} who mention ${the} ${praised}`
  const share = positive / mentions
  if (share >= 0.75) return `${ratio(positive, mentions)} people who mention ${the} ${praised}`
  if (negative === 0)
    return `${ratio(positive, mentions)} who mention ${the} ${positive === 1 ? 'is' : 'are'} pleased with ${it}, and nobody complains`
  if (share >= 0.55) return `${ratio(positive, mentions)} who mention ${the} are pleased with ${it}`
  return `opinions on ${the} are divided, ${formatCount(positive)} for and ${formatCount(negative)} against`
}

/** What people say against an aspect, as a clause; `negative` must not be 0. */
export function complaint(aspect: AspectLedger): string {
  const { negative, mentions } = aspect
  const the = theAspect(aspect.aspect)
  const it = pronoun(aspect.aspect)
  if (mentions === 1) return `the one review that mentions ${the} finds fault with ${it}`
  if (negative === mentions) return `${everybody(mentions)} who mention ${the} complain about ${it}`
  if (negative / mentions >= 0.5) return `${ratio(negative, mentions)} people who mention ${the} complain about ${it}`
  return `${ratio(negative, mentions)} who mention ${the} ${negative === 1 ? 'finds' : 'find'} fault with ${it}`
}

/** What people say of an aspect, from the side that more of them take. */
export const told = (aspect: AspectLedger): string =>
  aspect.positive >= aspect.negative ? praise(aspect) : complaint(aspect)

const everybody = (count: number): string => (count === 2 ? 'both people' : `all ${formatCount(count)} people`)

const ratio = (part: number, total: number): string => `${formatCount(part)} of ${formatCount(total)}`

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

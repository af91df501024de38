import type { ItemId, Kind, Money } from '@reviewguide/contracts'
import { useAspects } from '@reviewguide/opinions'
import type { AspectLedger, Understanding } from '../ports/index.ts'

/** One sentence as the writer proposes it, with the items that it speaks of; the checker decides. */
export interface Draft {
  text: string
  about: ItemId[]
}

/** An amount as it is written in answers: "$79.99", "$100", "CA$12.50". Whole amounts carry no decimals. */
export function formatMoney({ minor, currency }: Money): string {
  return moneyFormat(currency, minor % 100 === 0 ? 0 : 2).format(minor / 100)
}

/** Making a format costs fifty times as much as using it; there are two for each currency. */
const moneyFormats = new Map<string, Intl.NumberFormat>()
const countFormat = new Intl.NumberFormat('en-US')

function moneyFormat(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`
  const kept = moneyFormats.get(key)
  if (kept) return kept
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  moneyFormats.set(key, format)
  return format
}

/**
 * The limits of price as they were said: "under $100", "$50 to $80"; null without any. "Cheaper" is told by the price that it was said of, not by the
 * cent below it.
 */
export function priceLimit({ budget, cheaperThan, dearerThan }: Understanding): string | null {
  const { min, max } = budget ?? {}
  const [most, least] = [cheaperThan ?? max, dearerThan ?? min]
  if (min && max && min.currency === max.currency && min.minor > max.minor)
    return `over ${formatMoney(min)} and under ${formatMoney(max)}`
  if (min && max) return `${formatMoney(min)} to ${formatMoney(max)}`
  if (max && most) return `under ${formatMoney(most)}`
  return min && least ? `over ${formatMoney(least)}` : null
}

/** A count with thousands separated: "1,284". */
export const formatCount = (count: number): string => countFormat.format(count)

/** Stars with one decimal: "4.3". */
export const formatStars = (stars: number): string => stars.toFixed(1)

/** A count with its noun: "1 review", "1,284 reviews". */
export const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`

/** A name as Markdown shows it letter by letter. */
export const escapeName = (name: string): string =>
  name.replaceAll(/[\\[\]*_`<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')

export const citations = (numbers: readonly number[]): string => numbers.map((n) => `[${n}]`).join('')

/** The asker's words as they are said back: "my mother" is "your mother". */
export const toAsker = (words: string): string =>
  words.replace(/\b(?:my|our)\b/gi, 'your').replace(/\b(?:me|us)\b/gi, 'you')

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

/** Whether an aspect is a use, what a thing is for or for whom: "running", "families". */
export const isUse = (aspect: string): boolean => Object.hasOwn(useAspects, aspect)

/** The aspect inside a sentence: "the fit", "the noise level"; a use goes without article: "running". */
export const theAspect = (aspect: string): string => (isUse(aspect) ? aspect : `the ${amounts[aspect] ?? aspect}`)

/** The aspect as a heading names it, without article. */
export const aspectName = (aspect: string): string => amounts[aspect] ?? aspect

/** People spoken of as one word. */
const groups = new Set(['staff', 'crew', 'people'])

/** Whether an aspect's name is a plural: "the controls divide people". */
export const isPlural = (aspect: string): boolean => {
  const [head = aspect] = aspect.split(' of ')
  return groups.has(head) || (/[^siu]s$/.test(head) && !/(?:ness|less|bass|canvas|gas)$/.test(head))
}

const pronoun = (aspect: string): string => (isPlural(aspect) ? 'them' : 'it')

/** Who writes reviews of this kind of thing. */
export const reviewerOf: Record<Kind, string> = { product: 'owner', place: 'guest', service: 'customer' }

/**
 * What people say for an aspect, as a clause whose words follow the share: all of them, most, a majority, or both sides. For aspects that more people
 * praise than fault. The figures are counts of reviews; the total are all that mention the aspect.
 */
export function praise(aspect: AspectLedger): string {
  const { positive, negative, mentions } = aspect
  const { who, content, pleased } = wordsFor(aspect.aspect)
  if (mentions === 1) return `the one review that ${who.one} ${positive === 1 ? 'is favourable' : 'takes no side'}`
  if (positive + negative === 0) return `the ${formatCount(mentions)} reviews that ${who.many} take no side`
  if (positive === mentions) return `${everybody(mentions)} who ${who.many} ${content}`
  const share = positive / mentions
  if (share >= 0.75) return `${ratio(positive, mentions)} people who ${who.many} ${content}`
  if (negative === 0)
    return `${ratio(positive, mentions)} who ${who.many} ${positive === 1 ? pleased.one : pleased.many}, and nobody complains`
  if (share >= 0.55) return `${ratio(positive, mentions)} who ${who.many} ${pleased.many}`
  const sides = `${formatCount(positive)} for and ${formatCount(negative)} against`
  return positive >= 2 * negative
    ? `most judgements on ${theAspect(aspect.aspect)} are favourable, ${sides}`
    : `opinions on ${theAspect(aspect.aspect)} are divided, ${sides}`
}

/** What people say against an aspect, as a clause; `negative` must not be 0. */
export function complaint(aspect: AspectLedger): string {
  const { negative, mentions } = aspect
  const { who, complains, faults } = wordsFor(aspect.aspect)
  if (mentions === 1) return `the one review that ${who.one} ${faults.one}`
  if (negative === mentions) return `${everybody(mentions)} who ${who.many} ${complains}`
  if (negative / mentions >= 0.5) return `${ratio(negative, mentions)} people who ${who.many} ${complains}`
  return `${ratio(negative, mentions)} who ${who.many} ${negative === 1 ? faults.one : faults.many}`
}

/** How one speaks of an aspect: people mention, praise and fault a feature; they speak of a use, and a thing suits it or does not. */
function wordsFor(aspect: string) {
  const the = theAspect(aspect)
  if (isUse(aspect)) {
    return {
      who: { one: `speaks of ${the}`, many: `speak of ${the}` },
      content: 'say that it suits',
      pleased: { one: 'says that it suits', many: 'say that it suits' },
      complains: 'say that it does not suit',
      faults: { one: 'says that it does not suit', many: 'say that it does not suit' },
    }
  }
  const it = pronoun(aspect)
  return {
    who: { one: `mentions ${the}`, many: `mention ${the}` },
    content: Object.hasOwn(amounts, aspect) ? `are content with ${it}` : `praise ${it}`,
    pleased: { one: `is pleased with ${it}`, many: `are pleased with ${it}` },
    complains: `complain about ${it}`,
    faults: { one: `finds fault with ${it}`, many: `find fault with ${it}` },
  }
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

import { Kind } from '@reviewguide/contracts'
import { cleanLine } from '../clean-text.ts'
import type { Mapping } from './field-names.ts'
import { type DayOrder, parseDate } from './parse-date.ts'
import { currencyIn, parsePrice } from './parse-price.ts'
import { parseRating, parseRecommendation } from './parse-rating.ts'
import { parseTruth } from './parse-truth.ts'
import { productType } from './product-types.ts'

/** What exports write where there is nothing. */
const nothing = /^(?:nan|null|none|n\/?a|undefined|not specified|-+)$/i

/** What exports write where nothing speaks for or against. */
const noSide = /^(?:no (?:positive|negative)s?|nothing|none|n\/?a|nil|-+|\.+)$/i

export interface FlatOptions {
  mapping: Mapping
  dayOrder: DayOrder
  /** The currency of prices that name none; null leaves them unknown. */
  currency: string | null
  /** One category out of a list of them, for an item's name and brand. */
  guessCategory: (list: string, name: string) => string | null
  /** Kind and category where no column says them. */
  kind?: Kind
  category?: string
  /** Whether the items are products, whose names tell what kind of thing they are. */
  products?: boolean
  /** Highest rating of the scale of those that name none. */
  ratingScale?: number
}

/** Turns a row of columns into the form of the canonical line. Optional values that cannot be read are left out; a rating that cannot be read is a reason to reject. */
export function flatLine(
  row: Record<string, unknown>,
  options: FlatOptions,
): { line: unknown; nameless: boolean } | { reason: string } {
  const { mapping } = options
  const text = (field: keyof Mapping, longest = 500): string | undefined => {
    const column = mapping[field]
    const value = column === undefined ? undefined : row[column]
    const plain = typeof value === 'string' ? value : textOf(value)
    return plain === undefined || plain.trim() === '' || nothing.test(plain.trim())
      ? undefined
      : plain.slice(0, longest)
  }

  const ratingText = text('review.rating')
  const rating =
    ratingText === undefined
      ? (parseRecommendation(text('review.recommended') ?? '') ?? undefined)
      : parseRating(ratingText)
  if (rating === null) return { reason: `rating cannot be read: "${ratingText?.slice(0, 40)}"` }
  const scale = Number(text('review.ratingScale') ?? Number.NaN)

  const brand = text('item.brand', 200)
  const id = text('item.id')
  const name = itemName(text('item.name', 3000))
  const list = text('item.categories', 10_000)
  const whole = text('review.text', Number.POSITIVE_INFINITY)
  const side = (field: 'review.pros' | 'review.cons') => {
    const said = text(field, Number.POSITIVE_INFINITY)?.trim()
    return said === undefined || noSide.test(said) ? [] : [said]
  }
  return {
    nameless: name === undefined,
    line: {
      item: {
        id,
        name: name ?? (id === undefined ? undefined : [brand, id].filter(Boolean).join(' ')),
        kind: Kind.safeParse(text('item.kind')?.trim().toLowerCase()).data ?? options.kind,
        brand,
        category:
          text('item.category', 200) ??
          (list && (options.guessCategory(list, `${name ?? ''} ${brand ?? ''}`) ?? undefined)) ??
          options.category ??
          (name && options.products ? (productType(name) ?? undefined) : undefined),
        price: price(text('item.price'), text('item.currency'), options),
        url: firstUrl(text('item.url', 5000)),
        image: firstUrl(text('item.image', 5000)),
      },
      review: {
        id: text('review.id'),
        text: [whole ?? [], side('review.pros'), side('review.cons')].flat().join('\n'),
        title: text('review.title', 2000),
        rating: rating?.rating,
        ratingScale: rating?.scale ?? (scale > 0 ? scale : rating && options.ratingScale),
        // What cannot be read is left for the check to tell.
        writtenAt: parseDate(text('review.writtenAt') ?? '', options.dayOrder) ?? text('review.writtenAt'),
        author: text('review.author', 300),
        verified: parseTruth(text('review.verified')),
        helpfulVotes: votes(text('review.helpfulVotes')),
        url: firstUrl(text('review.url', 5000)),
        language: text('review.language', 20),
      },
      source: text('source', 200),
    },
  }
}

/** JSON exports have numbers and lists too: helpful votes as [yes, total], several images, the paragraphs of a description. The first counts. */
function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'number' || typeof first === 'boolean') return String(first)
  return typeof first === 'string' ? first : undefined
}

/** A name as one line. Some exports glue several names of an item together with ",,," and line breaks: the first is taken. */
function itemName(text: string | undefined): string | undefined {
  const first = text?.split(/,{2,}|\r?\n/).find((part) => part.trim() !== '')
  const name = first === undefined ? '' : cleanLine(first)
  return name === '' ? undefined : name.slice(0, 1000)
}

function price(text: string | undefined, currency: string | undefined, { mapping, currency: assumed }: FlatOptions) {
  if (text === undefined) return undefined
  return parsePrice(text, currencyIn(currency ?? '') ?? currencyIn(mapping['item.price'] ?? '') ?? assumed) ?? undefined
}

/** The first address of a list of them. */
function firstUrl(text: string | undefined): string | undefined {
  return /https?:\/\/[^\s,"'\]]+/.exec(text ?? '')?.[0].slice(0, 2000)
}

function votes(text: string | undefined): number | undefined {
  if (/^(?:one|a) (?:person|customer|user)\b/i.test(text?.trim() ?? '')) return 1
  const digits = /^\[?\s*(\d[\d,]*)/.exec(text?.trim() ?? '')?.[1]?.replaceAll(',', '')
  return digits === undefined || digits.length > 9 ? undefined : Number(digits)
}

import { functionWords } from './function-words.ts'

/** A word of a text as items are searched by it. */
export interface SearchWord {
  /** For comparison: lower case, no accents, no plural ending; a unit together with its number, by one name ("16gb"). */
  word: string
  /** As written, in lower case and without accents. */
  said: string
  /** For a unit behind a number: its short name. */
  unit?: string
}

/** Units by the short name that catalogues mix with the long one. Read as units only behind a number: "5 in" is a measure, "rug in red" is none. */
const unitNames: Record<string, string> = {
  in: 'in inch inches',
  ft: 'ft foot feet',
  yd: 'yd yard yards',
  mm: 'mm millimeter millimeters millimetre millimetres',
  cm: 'cm centimeter centimeters centimetre centimetres',
  m: 'm meter meters metre metres',
  gal: 'gal gallon gallons',
  qt: 'qt quart quarts',
  l: 'l liter liters litre litres',
  ml: 'ml milliliter milliliters millilitre millilitres',
  oz: 'oz ounce ounces',
  lb: 'lb lbs pound pounds',
  g: 'g gram grams',
  kg: 'kg kilo kilos kilogram kilograms',
  v: 'v volt volts',
  w: 'w watt watts',
  a: 'a amp amps ampere amperes',
  hp: 'hp horsepower',
  mb: 'mb megabyte megabytes',
  gb: 'gb gigabyte gigabytes',
  tb: 'tb terabyte terabytes',
  h: 'h hr hrs hour hours',
  min: 'min mins minute minutes',
}

const spellings = new Map(Object.entries(unitNames).map(([unit, names]) => [unit, names.split(' ')]))
const units = new Map([...spellings].flatMap(([unit, names]) => names.map((name) => [name, unit])))

/** Units of the sides of a thing, short names. */
const lengths = new Set(['in', 'ft', 'yd', 'mm', 'cm', 'm'])

/** What a unit may be written as. */
export const unitSpellings = (unit: string): readonly string[] => spellings.get(unit) ?? []

/** Whether a word is a unit where a number stands before it. */
export const isUnit = (word: string): boolean => units.has(word.toLowerCase())

/**
 * The words of a name or a query, for search. Letters and digits part ("WH-1000XM4" and "wh1000xm4" are the same four words), fractions and decimals do not, and
 * words of grammar are left out. Pure.
 */
export function searchWords(text: string): SearchWord[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d)\s?(?:"|''|”|″)/g, ' in ')
    .replace(/(?<=\d)\s?(?:['’′])(?!\p{L})/gu, ' ft ')
    .replace(/['’]/g, '')
  const said = plain.match(/\d+(?:[.,/]\d+)*|\p{L}+/gu) ?? []
  return said.flatMap((piece, at) => {
    const behindNumber = at > 0 && isNumber(said[at - 1] ?? '')
    const unit = behindNumber ? units.get(piece) : undefined
    const beforeSide = said[at + 1] === 'x' && isNumber(said[at + 2] ?? '')
    // A side of "4 ft. x 8 ft." counts by its number alone, as in "4x8".
    if (unit !== undefined && lengths.has(unit) && beforeSide) return []
    if (unit !== undefined) return [{ word: `${said[at - 1]}${unit}`, said: piece, unit }]
    // "4 x 8" is two numbers.
    const behindSide =
      behindNumber || (isNumber(said[at - 2] ?? '') && lengths.has(units.get(said[at - 1] ?? '') ?? ''))
    if (piece === 'x' && behindSide && isNumber(said[at + 1] ?? '')) return []
    return functionWords.has(piece) ? [] : [{ word: singular(piece), said: piece }]
  })
}

export const isNumber = (word: string) => /^\d/.test(word)

/** Plural endings off (the S-stemmer of Harman 1991, with "-es" after a hiss): what more a stemmer takes off helps titles little and joins strangers. */
function singular(word: string): string {
  if (word.length <= 3) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Whether a text speaks of something for something else: "Hose for Pumps". */
export const speaksOfFor = (text: string): boolean => /(?:^|\s)for\s/iu.test(text)

/** Where a name turns to what the thing comes with, is for, or looks like. */
const turns = /[,;()]|\s[-–—]\s|\b(?:with|without|for|from|includes|including|discontinued)\b|\bw\/|(?<!\d)\sin\s/iu

/**
 * The nouns that a name may name its thing by: the last word of each of its parts, the likeliest first ("Brass Shower Head with Hose, White" is a head). Parts that have numbers alone
 * have none.
 */
export function headWords(name: string): string[] {
  return name.split(turns).flatMap(
    (part) =>
      searchWords(part)
        .map(({ word }) => word)
        .findLast((word) => !isNumber(word) && !units.has(word)) ?? [],
  )
}

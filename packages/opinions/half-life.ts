import type { Kind } from '@reviewguide/contracts'

/** Days of a year, and of the quarters that ages are counted in. */
const YEAR = 365.25
const QUARTER = YEAR / 4

/** What is left of the oldest review: what was true of a thing that has not changed stays true, so age alone silences nobody. */
const LEAST = 0.25

/**
 * Years after which a review of the category counts half. What people write of a place or a service is about the people who work there, and those go; the maker of an
 * appliance hardly changes a model, so its reviews age only as far as it is compared with newer ones; software changes under one's hands.
 */
const YEARS: [RegExp, number][] = [
  [/\b(?:apps?|software|games?|streaming|vpns?)\b/, 1],
  [/\b(?:internet|broadband|mobile plans?|mov(?:ing|ers)|deliver(?:y|ies)|bank(?:s|ing)?|insurance|airlines?)\b/, 1.5],
  [/\b(?:hotels?|restaurants?|cafes?|bars?|gyms?|salons?|clinics?|dentists?|resorts?|hostels?)\b/, 2],
  [
    /\b(?:phones?|smartphones?|tablets?|laptops?|computers?|earbuds|headphones|cameras?|tvs?|televisions?|smart ?watch(?:es)?|routers?)\b/,
    3,
  ],
  [
    /\b(?:cars?|vacuums?|vacuum cleaners?|espresso machines?|appliances?|kitchen|furniture|mattress(?:es)?|tools?)\b/,
    6,
  ],
  [/\b(?:books?|films?|movies?|music)\b/, 20],
]
const YEARS_OF_KIND: Record<Kind, number> = { service: 1.5, place: 2, product: 5 }

/** Days after which a review in this category counts half as much as a new one: the category's own where it is known, else its kind's. */
export function halfLifeDays(category: string, kind: Kind): number {
  const known = YEARS.find(([names]) => names.test(category.toLowerCase()))
  return Math.round((known?.[1] ?? YEARS_OF_KIND[kind]) * YEAR)
}

/**
 * What a review counts by its age, 0 to 1, one number for each begun quarter of a year, the last for all older: 0.5^(age / half-life), exponential decay, not below a quarter.
 * Ages are counted from the end of the year of the category's newest review, so that no clock is needed and an old corpus is not worth less than a new one.
 */
export function ageWeights(halfLife: number): number[] {
  const weights: number[] = []
  for (let age = 0; ; age += QUARTER) {
    const weight = 0.5 ** (age / halfLife)
    if (weight <= LEAST) return [...weights, LEAST]
    weights.push(Math.round(weight * 1000) / 1000)
  }
}

import { aspectName, formatMoney, listed } from '../answer/wording.ts'
import type { Catalogue, Understanding } from '../ports/index.ts'
import type { RunStage } from '../stage.ts'
import { parseQuestion } from '../understanding/parse-question.ts'

/** Reads what is asked, by the catalogue's own words. */
export function createUnderstand({ catalogue }: { catalogue: Catalogue }): RunStage {
  return async ({ text, memory }, { signal }) => {
    const [vocabulary, named] = await Promise.all([catalogue.vocabulary(signal), catalogue.namedIn(text, signal)])
    const understanding = parseQuestion({ text, vocabulary, named, memory })
    return { update: { vocabulary, understanding }, detail: describe(understanding) }
  }
}

/** What was understood, for the quiet line: "earbuds · under $100 · fit, sweat". */
function describe({ category, items, budget, aspects, brandsIn, brandsOut, minRating }: Understanding): string {
  const parts = [
    items.length > 0 ? listed(items.map(({ name }) => name)) : category,
    budget?.min && `over ${formatMoney(budget.min)}`,
    budget?.max && `under ${formatMoney(budget.max)}`,
    brandsIn.length > 0 && listed(brandsIn),
    brandsOut.length > 0 && `not ${listed(brandsOut)}`,
    minRating && `${minRating} stars or more`,
    aspects.length > 0 && aspects.map(aspectName).join(', '),
  ].filter(Boolean)
  return parts.length > 0 ? `Understood: ${parts.join(' · ')}` : 'Understood'
}

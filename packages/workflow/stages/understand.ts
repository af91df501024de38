import type { UnderstoodChip } from '@reviewguide/contracts'
import type { Catalogue } from '../ports/index.ts'
import type { RunStage } from '../stage.ts'
import { chipsOf } from '../understanding/chips.ts'
import { parseQuestion } from '../understanding/parse-question.ts'

/** Reads what is asked, by the catalogue's own words. */
export function createUnderstand({ catalogue }: { catalogue: Catalogue }): RunStage {
  return async ({ text, memory }, { signal, emit }) => {
    const [vocabulary, named] = await Promise.all([catalogue.vocabulary(signal), catalogue.namedIn(text, signal)])
    const understanding = parseQuestion({ text, vocabulary, named, memory })
    const chips = chipsOf(understanding)
    if (chips.length > 0) emit({ type: 'data-understood', id: 'understood', data: { chips } })
    return { update: { vocabulary, understanding }, detail: describe(chips) }
  }
}

/** What was understood, for the quiet line: "Understood: earbuds · under $100 · fit · sweat". */
const describe = (chips: UnderstoodChip[]): string =>
  ['Understood', ...(chips.length > 0 ? [chips.map(({ label }) => label).join(' · ')] : [])].join(': ')

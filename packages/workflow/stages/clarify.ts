import type { QuestionData } from '@reviewguide/contracts'
import { aspectName, capitalise } from '../answer/wording.ts'
import type { EvidenceSource, ItemSearch, Understanding, Vocabulary } from '../ports/index.ts'
import { rankItems } from '../ranking/rank-items.ts'
import type { RunStage, StageResult } from '../stage.ts'
import { categoriesSpeakingOf } from '../understanding/category.ts'
import { queryFor } from '../understanding/query-for.ts'

/** Options of a question: more would be a form. */
const OPTIONS = 3

/**
 * Asks at most one question, and only where the answer would change the shortlist: which category, when only a wish was named; what matters most, when
 * only a category was named and its aspects have different leaders. The answer goes on with the default that it shows.
 */
export function createClarify({ search, evidence }: { search: ItemSearch; evidence: EvidenceSource }): RunStage {
  return async ({ understanding, vocabulary }, { signal, emit }) => {
    if (
      understanding.intent !== 'recommend' ||
      (understanding.followUp && understanding.category) ||
      understanding.itemsOut.length > 0 ||
      understanding.priceOrder ||
      understanding.worstFirst
    )
      return { update: {} }
    const result = understanding.category
      ? await askWhatMatters(understanding, vocabulary, { search, evidence }, signal)
      : askCategory(understanding, vocabulary)
    if (result?.update.clarification) emit({ type: 'data-question', id: 'question', data: result.update.clarification })
    return result ?? { update: {} }
  }
}

function askCategory(understanding: Understanding, vocabulary: Vocabulary): StageResult | null {
  if (understanding.text || understanding.brandsIn.length > 0 || understanding.aspects.length === 0) return null
  const fitting = categoriesSpeakingOf(understanding.aspects, vocabulary).slice(0, OPTIONS)
  const [first] = fitting
  if (!first) return null
  const assumed: Understanding = { ...understanding, category: first.category, kind: first.kind }
  if (fitting.length === 1) return { update: { understanding: assumed } }
  const clarification: QuestionData = {
    id: 'category',
    text: 'What are you looking for?',
    options: fitting.map(({ category }) => ({ id: category, label: capitalise(category) })),
    assumed: first.category,
  }
  return { update: { clarification, understanding: assumed }, detail: `Assuming ${first.category}` }
}

async function askWhatMatters(
  understanding: Understanding,
  vocabulary: Vocabulary,
  { search, evidence }: { search: ItemSearch; evidence: EvidenceSource },
  signal: AbortSignal,
): Promise<StageResult | null> {
  if (understanding.aspects.length > 0 || understanding.use || understanding.text) return null
  const category = vocabulary.categories.find((candidate) => candidate.category === understanding.category)
  const aspects = category?.aspectTerms.slice(0, OPTIONS).map(({ aspect }) => aspect) ?? []
  if (!category || aspects.length < 2) return null

  const { candidates } = await search.search(queryFor(understanding), signal)
  if (candidates.length < 3) return null
  const [ledgers, priors] = await Promise.all([
    evidence.ledgers(
      candidates.map(({ itemId }) => itemId),
      signal,
    ),
    evidence.priors([category.category], signal),
  ])
  const leaders = aspects.map(
    (aspect) => rankItems({ candidates, ledgers, priors, aspects: [aspect] }).ranked[0]?.item.itemId,
  )
  if (new Set(leaders).size < 2) return null
  const clarification: QuestionData = {
    id: 'wish',
    text: 'What matters most to you?',
    options: [
      ...aspects.map((aspect) => ({ id: aspect, label: capitalise(aspectName(aspect)) })),
      { id: 'all-round', label: 'All-round' },
    ],
    assumed: 'all-round',
  }
  return { update: { clarification }, detail: 'Assuming all-round' }
}

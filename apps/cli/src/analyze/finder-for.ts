import { createOpinionFinder, learnAspects, type OpinionFinder } from '@reviewguide/opinions'
import { likelyCategory } from './likely-category.ts'

/**
 * Fewer texts teach more chance words than aspects: on sentences about laptops and restaurants 50 taught nothing, and 200 found more terms than the
 * lists alone do.
 */
const FEWEST_TO_LEARN_FROM = 200

/**
 * The finder that fits texts and the category to ask it for: the one that is named, else the likely one. From 200 texts on it also knows the aspects
 * that these texts judge by themselves.
 *
 * @param judged only judgements, and only on what the texts speak of more than in passing: single words and names that no list knows need three uses
 */
export function finderFor(
  texts: readonly string[],
  named?: string,
  { judged = false }: { judged?: boolean } = {},
): { finder: OpinionFinder; category: string } {
  const category = named ?? likelyCategory(texts)
  const reach = judged ? { openVocabulary: true } : { mentions: true }
  if (texts.length >= FEWEST_TO_LEARN_FROM) {
    return {
      category,
      finder: createOpinionFinder({ ...reach, aspectModels: learnAspects({ [category]: texts }) }),
    }
  }
  // A category that is only likely must not close the vocabulary.
  return {
    category,
    finder: createOpinionFinder({ ...reach, ...(named === undefined && { openVocabulary: true }) }),
  }
}

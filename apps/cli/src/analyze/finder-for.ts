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
 */
export function finderFor(texts: readonly string[], named?: string): { finder: OpinionFinder; category: string } {
  const category = named ?? likelyCategory(texts)
  if (texts.length >= FEWEST_TO_LEARN_FROM) {
    return {
      category,
      finder: createOpinionFinder({ mentions: true, aspectModels: learnAspects({ [category]: texts }) }),
    }
  }
  // A category that is only likely must not close the vocabulary.
  return {
    category,
    finder: createOpinionFinder({ mentions: true, ...(named === undefined && { openVocabulary: true }) }),
  }
}

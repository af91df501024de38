import { writeAssessment } from './write-assessment.ts'
import { writeComparison } from './write-comparison.ts'
import { writeOpinions } from './write-opinions.ts'
import { writeOrdered } from './write-ordered.ts'
import { writeDeclined, writeNothingFound, writeOutOfScope, writeSmallTalk } from './write-plain.ts'
import { writeRecommendation } from './write-recommendation.ts'
import type { WriteInput, Written } from './written.ts'

/** Chooses how to write by what was asked and what was found. */
export function writeAnswer(input: WriteInput & { declined?: string | undefined }): Written {
  const { understanding, ranked, tooFew, declined } = input
  if (declined) return writeDeclined(declined)
  if (understanding.intent === 'chat') return writeSmallTalk(input)
  if (understanding.intent === 'out_of_scope') return writeOutOfScope(input)
  if (ranked.length + tooFew.length === 0) return writeNothingFound(input)
  switch (understanding.intent) {
    case 'compare':
      return ranked.length + tooFew.length > 1 ? writeComparison(input) : writeAssessment(input)
    case 'assess':
      return writeAssessment(input)
    case 'ask':
      return writeOpinions(input)
    case 'recommend':
      if (ranked.length > 1 && isInOrder(input)) return writeOrdered(input)
      return isOnlyOneOfBrand(input) ? writeAssessment(input) : writeRecommendation(input)
    default:
      return understanding.intent satisfies never
  }
}

/** An order by price needs a price; where none is known, what is liked best is all that can be told. */
function isInOrder({ understanding: { priceOrder, worstFirst }, ranked }: WriteInput): boolean {
  return priceOrder ? ranked[0]?.item.price?.currency === priceOrder.currency : Boolean(worstFirst)
}

/** "Is Torvane any good?" of a brand that makes one thing asks about that thing. */
function isOnlyOneOfBrand({ understanding, ranked, tooFew }: WriteInput): boolean {
  const { brandsIn, aspects, budget, minRating } = understanding
  return brandsIn.length === 1 && aspects.length === 0 && !budget && !minRating && ranked.length + tooFew.length === 1
}

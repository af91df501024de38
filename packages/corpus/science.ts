import * as opinions from '@reviewguide/opinions'
import { weigh } from './analysis/analyse-review.ts'
import type { Science } from './ports/index.ts'

/**
 * How the stored figures are computed. An item's adjusted rating is the mean of its ratings by trust, drawn towards the same mean of its category,
 * which counts as RATING_PRIOR_STRENGTH full votes; null while nobody has rated the item. A review's weight is its trust times what its age leaves of it.
 */
export const science: Science = {
  weigh,
  trust: opinions,
  halfLifeDays: opinions.halfLifeDays,
  ageWeights: opinions.ageWeights,
  fitUsualPrior: opinions.fitUsualPrior,
  fitAspectPrior: opinions.fitAspectPrior,
  chooseQuotes: opinions.chooseQuotes,
  openAspects: opinions.openAspects,
  adjustRating: (item, category) =>
    item.weightedMean === null
      ? null
      : opinions.adjustRating(
          { mean: item.weightedMean, count: item.weight },
          { mean: category.weightedMean, strength: opinions.RATING_PRIOR_STRENGTH },
        ),
}

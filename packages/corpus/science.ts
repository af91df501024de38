import {
  adjustRating,
  ageWeights,
  chooseQuotes,
  fitAspectPrior,
  fitUsualPrior,
  halfLifeDays,
  RATING_PRIOR_STRENGTH,
} from '@reviewguide/opinions'
import { weigh } from './analysis/analyse-review.ts'
import type { Science } from './ports/index.ts'

/**
 * How the stored figures are computed. An item's adjusted rating is the mean of its ratings by trust, drawn towards the same mean of its category,
 * which counts as RATING_PRIOR_STRENGTH full votes; null while nobody has rated the item. A review's weight is its trust times what its age leaves of it.
 */
export const science: Science = {
  weigh,
  halfLifeDays,
  ageWeights,
  fitUsualPrior,
  fitAspectPrior,
  chooseQuotes,
  adjustRating: (item, category) =>
    item.weightedMean === null
      ? null
      : adjustRating(
          { mean: item.weightedMean, count: item.weight },
          { mean: category.weightedMean, strength: RATING_PRIOR_STRENGTH },
        ),
}

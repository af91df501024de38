import type * as opinions from '@reviewguide/opinions'

/**
 * The methods by which reviews are seen among others, as `trustContexts` of the opinions package puts them together; the store finds by its indexes which reviews they
 * are asked about, and comes to the same.
 */
export type TrustScience = Pick<
  typeof opinions,
  | 'copiesAmong'
  | 'FEWEST_OF_ONE'
  | 'findBursts'
  | 'isOneAuthor'
  | 'joinWritings'
  | 'nearTriples'
  | 'originality'
  | 'PRAISE'
  | 'sketchRules'
  | 'writingsOf'
>

export type { TrustContext } from '@reviewguide/opinions'

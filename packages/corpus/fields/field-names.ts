/** The fields that a flat row can fill. */
export const fieldNames = [
  'item.id',
  'item.name',
  'item.kind',
  'item.brand',
  'item.category',
  'item.categories',
  'item.price',
  'item.currency',
  'item.url',
  'item.image',
  'review.id',
  'review.text',
  'review.pros',
  'review.cons',
  'review.title',
  'review.rating',
  'review.ratingScale',
  'review.recommended',
  'review.writtenAt',
  'review.author',
  'review.verified',
  'review.helpfulVotes',
  'review.url',
  'review.language',
  'source',
] as const
export type Field = (typeof fieldNames)[number]

/** Which column of a file fills which field. */
export type Mapping = Partial<Record<Field, string>>

import { createAmazon2018 } from './amazon-2018.ts'
import { createAmazon2023 } from './amazon-2023.ts'
import { createGoogleProducts } from './google-products.ts'
import { googleReviews } from './google-reviews.ts'
import { createSchemaOrg } from './schema-org.ts'
import type { Shape } from './shape.ts'
import { yelp } from './yelp.ts'

/** Every data set whose rows are known by their keys. Each file gets its own, since some remember what they saw. */
export const createShapes = (): Shape[] => [
  createAmazon2018(),
  createAmazon2023(),
  yelp,
  googleReviews,
  createGoogleProducts(),
  createSchemaOrg(),
]

/** What `--format` takes beside the formats themselves. */
export const shapeNames: string[] = createShapes().map(({ name }) => name)

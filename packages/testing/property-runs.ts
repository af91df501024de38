import { configureGlobal } from 'fast-check'

/**
 * How properties are tried, for all tests. The required check starts from one seed, so that a change is judged by itself and not by the day's luck; anywhere else every
 * run tries other cases. `PROPERTY_RUNS=5000 npx vitest run --project unit` looks for counterexamples longer.
 */
const runs = Number(process.env.PROPERTY_RUNS ?? 0)
configureGlobal({ ...(process.env.CI && !runs && { seed: 15 }), ...(runs > 0 && { numRuns: runs }) })

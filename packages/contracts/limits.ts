import { z } from 'zod'

/** Whom a limit is counted for: a guest, an account, one sign-in of an account, or an address on the network. */
export const LimitKind = z.enum(['guest', 'account', 'session', 'address'])
export type LimitKind = z.infer<typeof LimitKind>

/** What the error `rate_limited` says beside its code: which limit was met, and when a request is let through again. */
export const RateLimitDetails = z.object({
  kind: LimitKind,
  /** Requests that are let through within the window. */
  limit: z.number().int().positive(),
  windowSeconds: z.number().positive(),
  /** ISO 8601, UTC. */
  retryAt: z.string(),
})
export type RateLimitDetails = z.infer<typeof RateLimitDetails>

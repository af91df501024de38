import type { LimitKind } from '@reviewguide/contracts'
import { z } from 'zod'
import { orUnset } from './variable-forms.ts'

/** So many requests within any so long a time. */
export interface Allowance {
  requests: number
  windowMs: number
}

/** For each kind what it is allowed; null where nothing is counted. */
export type Allowances = Record<LimitKind, Allowance | null>

export interface Limits {
  /** All requests to `/v1`. */
  any: Allowances
  /** Questions, which are counted among all requests as well. */
  ask: Allowances
  /** Answers that may be written at once for one person; null for no limit. */
  runsAtOnce: { guest: number | null; account: number | null }
  /** Most messages of a chat, questions and answers together. */
  chatMessages: number
}

/** More would make the log of one window in Redis larger than some 100 kB. */
const MOST_REQUESTS = 10_000

/** A day: a window is kept in memory for as long as it lasts. */
const LONGEST_WINDOW_S = 86_400

const form = `expected REQUESTS/SECONDS, such as 20/60 (1 to ${MOST_REQUESTS} requests, 1 to ${LONGEST_WINDOW_S} seconds), or off`

const allowance = (fallback: string) =>
  orUnset(
    z
      .string()
      .default(fallback)
      .transform((text, context): Allowance | null => {
        if (text.trim().toLowerCase() === 'off') return null
        const [, requests, seconds] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(text) ?? []
        const [most, window] = [Number(requests ?? 0), Number(seconds ?? 0)]
        if (most >= 1 && most <= MOST_REQUESTS && window >= 1 && window <= LONGEST_WINDOW_S)
          return { requests: most, windowMs: window * 1000 }
        context.addIssue({ code: 'custom', message: form })
        return z.NEVER
      }),
  )

const atOnce = (fallback: number) =>
  orUnset(
    z.union(
      [
        z.literal('off').transform(() => null),
        z
          .string()
          .regex(/^\d{1,4}$/)
          .transform(Number)
          .pipe(z.number().min(1).max(1000))
          .default(fallback),
      ],
      'expected a number from 1 to 1000, or off',
    ),
  )

const ofMessages = 'expected a number from 2 to 10000'

/**
 * The variables of the limits, for the schema of the whole environment. Reading is generous: a page reads some ten addresses, and nobody reads a page each second.
 * Asking is stricter: more than a question a second is no person. An address stands for a household, an office or a carrier's thousands, so it is allowed several people's part; it is
 * what holds those who drop their cookie to be a new guest each time.
 */
export const limitVariables = {
  RATE_LIMIT_GUEST: allowance('600/60'),
  RATE_LIMIT_ACCOUNT: allowance('1200/60'),
  RATE_LIMIT_SESSION: allowance('1200/60'),
  RATE_LIMIT_ADDRESS: allowance('3000/60'),
  RATE_LIMIT_ASK_GUEST: allowance('60/60'),
  RATE_LIMIT_ASK_ACCOUNT: allowance('120/60'),
  RATE_LIMIT_ASK_SESSION: allowance('120/60'),
  RATE_LIMIT_ASK_ADDRESS: allowance('300/60'),
  RUNS_AT_ONCE_GUEST: atOnce(4),
  RUNS_AT_ONCE_ACCOUNT: atOnce(8),
  CHAT_MESSAGES: orUnset(
    z
      .string()
      .regex(/^\d{1,5}$/, ofMessages)
      .transform(Number)
      .refine((messages) => messages >= 2 && messages <= 10_000, ofMessages)
      .default(200),
  ),
}

type LimitVariables = z.infer<z.ZodObject<typeof limitVariables>>

/** The limits that the variables say. */
export function limitsOf(env: LimitVariables): Limits {
  return {
    any: {
      guest: env.RATE_LIMIT_GUEST,
      account: env.RATE_LIMIT_ACCOUNT,
      session: env.RATE_LIMIT_SESSION,
      address: env.RATE_LIMIT_ADDRESS,
    },
    ask: {
      guest: env.RATE_LIMIT_ASK_GUEST,
      account: env.RATE_LIMIT_ASK_ACCOUNT,
      session: env.RATE_LIMIT_ASK_SESSION,
      address: env.RATE_LIMIT_ASK_ADDRESS,
    },
    runsAtOnce: { guest: env.RUNS_AT_ONCE_GUEST, account: env.RUNS_AT_ONCE_ACCOUNT },
    chatMessages: env.CHAT_MESSAGES,
  }
}

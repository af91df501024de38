import { AppError, type LimitKind, type RateLimitDetails } from '@reviewguide/contracts'
import type { Charge, RateLimiter, Taken, WindowState } from '@reviewguide/workflow/ports'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Allowance, Limits } from '../limits-config.ts'
import { limitSubjects } from './limit-subjects.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route makes a run: its requests count as questions too. */
    asks?: boolean
  }
}

export interface RateLimit {
  limiter: RateLimiter
  limits: Pick<Limits, 'any' | 'ask'>
  /** Told of each request that is refused: for whom, and for which use. */
  onRefused?: (kind: LimitKind, use: string) => void
}

type Counted = Charge & { kind: LimitKind }

/**
 * Counts every request to `/v1` in the windows of all whom it is of, and refuses it with `rate_limited` when one is full. After the person is known. Health,
 * documentation and metrics are never counted: a load balancer must not be told to wait.
 */
export function registerRateLimit(app: FastifyInstance, { limiter, limits, onRefused }: RateLimit): void {
  let warned = false
  /** Anybody may write that header; of a proxy of ours that nobody named it would mean that all its clients are counted as one. */
  const warnOfStranger = ({ headers, ip, socket, log }: FastifyRequest) => {
    const said = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim()
    // On one machine a proxy and its client have one address: then it says what is seen anyway.
    if (warned || !said || said === ip || ip !== socket.remoteAddress) return
    warned = true
    log.warn(
      'x-forwarded-for is not believed, because TRUSTED_PROXIES does not name who sent it; is it a proxy of ours?',
    )
  }

  app.addHook('onRequest', async (request, reply) => {
    // By the route and not by the address as written, which has many spellings (`/%761/items`); what has no route is told by its address.
    const path = request.routeOptions.url ?? request.url
    if (!path.startsWith('/v1/')) return
    warnOfStranger(request)
    const subjects = limitSubjects(request.person, request.ip)
    const charges = [
      ...counted(subjects, limits.any, 'any'),
      ...(request.routeOptions.config.asks ? counted(subjects, limits.ask, 'ask') : []),
    ]
    if (charges.length === 0) return
    const taken = await limiter.take(charges)
    tellState(reply, charges, taken)
    if (taken.allowed) return
    const full = lastFull(charges, taken)
    onRefused?.(full.charge.kind, full.charge.use)
    refuse(request, reply, full, taken.now)
  })
}

function counted(
  subjects: [LimitKind, string][],
  allowances: Record<LimitKind, Allowance | null>,
  use: string,
): Counted[] {
  return subjects.flatMap(([kind, who]) => {
    const allowed = allowances[kind]
    if (!allowed) return []
    return { kind, use, subject: `${kind}:${who}`, limit: allowed.requests, windowMs: allowed.windowMs }
  })
}

const seconds = (ms: number) => Math.ceil(ms / 1000)

/** The headers that clients know (draft-ietf-httpapi-ratelimit-headers, before its version 7), of the window that has least room; and the policy with all windows. */
function tellState(reply: FastifyReply, charges: readonly Counted[], taken: Taken): void {
  const [tightest] = charges
    .map((charge, n) => ({ charge, state: taken.windows[n], left: charge.limit - (taken.windows[n]?.used ?? 0) }))
    .toSorted((a, b) => a.left - b.left)
  if (!tightest?.state) return
  reply.headers({
    'ratelimit-limit': tightest.charge.limit,
    'ratelimit-remaining': Math.max(0, tightest.left),
    // When there is one more than now: a sliding window has no moment at which all comes back.
    'ratelimit-reset': seconds(tightest.state.freeInMs),
    'ratelimit-policy': charges
      .map(
        ({ kind, use, limit, windowMs }) =>
          `"${use === 'any' ? kind : `${use}-${kind}`}";q=${limit};w=${windowMs / 1000}`,
      )
      .join(', '),
    // The other backends do not know of this request.
    ...(!taken.shared && { 'x-ratelimit-scope': 'this-server' }),
  })
}

interface FullWindow {
  charge: Counted
  /** Milliseconds until it has room. */
  wait: number
}

/** The window that has room last: then all have. */
function lastFull(charges: readonly Counted[], { windows }: Taken): FullWindow {
  const waitOf = (state: WindowState | undefined) => state?.waitMs ?? 0
  const last = windows.reduce((most, state, n) => (waitOf(state) > waitOf(windows[most]) ? n : most), 0)
  return { charge: charges[last] as Counted, wait: waitOf(windows[last]) }
}

/** Throws `rate_limited` for the window. */
function refuse(request: FastifyRequest, reply: FastifyReply, { charge, wait }: FullWindow, now: number): never {
  const { kind, use, limit, windowMs } = charge
  request.log.info({ kind, use, waitMs: Math.ceil(wait) }, 'a request was over its limit')
  reply.header('retry-after', Math.max(1, seconds(wait)))
  const details: RateLimitDetails = {
    kind,
    limit,
    windowSeconds: windowMs / 1000,
    retryAt: new Date(now + wait).toISOString(),
  }
  throw new AppError('rate_limited', { details })
}

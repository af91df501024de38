import { AppError } from '@reviewguide/contracts'
import type { FastifyRequest } from 'fastify'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests by which another site would act in the name of a visitor of ours. Browsers say where a request comes from in
 * `sec-fetch-site`, older ones in `origin`; a client that says neither is no browser and bears nobody's cookie by accident.
 * Throws `cross_site`.
 */
export async function refuseCrossSite(request: FastifyRequest): Promise<void> {
  if (safe.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const { origin } = request.headers
  if (site === undefined && origin === undefined) return
  if (site === 'cross-site' || origin === undefined || !sameHost(origin, request.host)) throw new AppError('cross_site')
}

function sameHost(origin: string, host: string): boolean {
  return URL.parse(origin)?.host === host.toLowerCase().replace(/:(80|443)$/, '')
}

import { expect, test } from '@playwright/test'

/** Sends nothing but a header: what the page's own server makes of it is what is seen here, Next's part included. */
test('an address that a browser claims is not counted instead of its own', async ({ playwright }) => {
  const stranger = await playwright.request.newContext({ baseURL: process.env.REVIEWGUIDE_JOURNEY_URL })
  const left = async (headers: Record<string, string>) => {
    const reply = await stranger.get('/v1/overview', { headers })
    expect(reply.status()).toBe(200)
    expect(reply.headers()['ratelimit-policy']).toContain('"address"')
    return { limit: Number(reply.headers()['ratelimit-limit']), left: Number(reply.headers()['ratelimit-remaining']) }
  }
  await left({})
  const claims: Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '203.0.113.8, 203.0.113.9' },
    { 'x-real-ip': '203.0.113.10' },
    { forwarded: 'for=203.0.113.11' },
  ]
  for (const claim of claims) {
    const state = await left(claim)
    // An address that was never here would have all but this one request left.
    expect(state.left).toBeLessThan(state.limit - 1)
  }
  await stranger.dispose()
})

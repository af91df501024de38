import { Me, ProviderSignIn } from '@reviewguide/contracts'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AccountApp, type AccountApps, accountApps } from './account-app.ts'
import type { Browser } from './browser.ts'

const password = 'correct horse battery'
let apps: AccountApps
let here: AccountApp
beforeAll(async () => {
  apps = await accountApps(null)
  here = await apps.start({ providers: { github: { clientId: 'our-id', clientSecret: 'our-secret' } } })
})
afterAll(() => apps.close())
afterEach(() => vi.unstubAllGlobals())

/** Stands in for GitHub: gives the person of the code. What was asked of it is noted. */
function stubGitHub(person: { id: number; email: string; verified?: boolean }) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof Request ? input.url : String(input)
    asked.push(`${address} ${init?.body ?? ''}`)
    if (address.includes('/login/oauth/access_token')) {
      return Response.json({ access_token: 'their-token', token_type: 'bearer', scope: 'read:user,user:email' })
    }
    if (address.endsWith('/user/emails')) {
      return Response.json([{ email: person.email, primary: true, verified: person.verified ?? true }])
    }
    return Response.json({ id: person.id, login: 'mia', name: 'Mia', email: person.email, avatar_url: '' })
  })
  return asked
}

const begin = async (browser: Browser, returnTo = '/chats') => {
  const reply = await browser.send('POST', '/v1/auth/sign-in/github', { returnTo })
  expect(reply.statusCode).toBe(200)
  return new URL(ProviderSignIn.parse(reply.json()).url)
}
const finish = (browser: Browser, state: string | null) =>
  browser.send('GET', `/v1/auth/callback/github?code=a-code&state=${encodeURIComponent(state ?? '')}`)
const me = async (browser: Browser) => Me.parse((await browser.send('GET', '/v1/auth/me')).json())

describe('signing in through GitHub', () => {
  it('leads there and back, makes the account, and takes the chats along', async () => {
    const asked = stubGitHub({ id: 1, email: 'mia@example.com' })
    const browser = here.browser()
    const { chatId } = await browser.ask('mine')
    const page = await begin(browser)
    expect(page.origin).toBe('https://github.com')
    expect(page.searchParams.get('client_id')).toBe('our-id')
    expect(page.searchParams.get('redirect_uri')).toBe('https://reviews.example/v1/auth/callback/github')
    const back = await finish(browser, page.searchParams.get('state'))
    expect([back.statusCode, back.headers.location]).toEqual([302, 'https://reviews.example/chats'])
    expect(asked.join('\n')).toContain('a-code')
    expect(await me(browser)).toMatchObject({
      kind: 'account',
      account: { email: 'mia@example.com', emailConfirmed: true },
    })
    expect((await browser.send('GET', `/v1/chats/${chatId}`)).statusCode).toBe(200)
    expect([...browser.cookies.keys()]).toEqual(['reviewguide_session'])

    // Again: the same account.
    const again = here.browser()
    await finish(again, (await begin(again)).searchParams.get('state'))
    expect(await me(again)).toEqual(await me(browser))
  })

  it('signs nobody in by an answer that was forged, repeated, or begun in another browser', async () => {
    stubGitHub({ id: 2, email: 'bob@example.com' })
    const attacker = here.browser()
    const state = (await begin(attacker)).searchParams.get('state')
    for (const [browser, given] of [
      [here.browser(), state],
      [attacker.copy(), 'made-up'],
      [attacker.copy(), null],
    ] as const) {
      const reply = await finish(browser, given)
      expect(reply.statusCode).toBe(302)
      expect(reply.headers.location).toMatch(/^https:\/\/reviews\.example\/sign-in\?error=/)
      expect((await me(browser)).kind).toBe('nobody')
    }
    const copy = attacker.copy()
    const fresh = (await begin(copy)).searchParams.get('state')
    const twice = copy.copy()
    await finish(copy, fresh)
    expect((await me(copy)).kind).toBe('account')
    await finish(twice, fresh)
    expect((await me(twice)).kind).toBe('nobody')
  })

  it("does not open somebody's account by an address that the provider has not confirmed", async () => {
    const owner = here.browser()
    await owner.send('POST', '/v1/auth/sign-up', { email: 'eve@example.com', password })
    stubGitHub({ id: 3, email: 'eve@example.com', verified: false })
    const browser = here.browser()
    const reply = await finish(browser, (await begin(browser)).searchParams.get('state'))
    expect(reply.headers.location).toMatch(/\/sign-in\?error=/)
    expect((await me(browser)).kind).toBe('nobody')
  })

  it('does not let a disabled account in', async () => {
    stubGitHub({ id: 4, email: 'dan@example.com' })
    const browser = here.browser()
    await finish(browser, (await begin(browser)).searchParams.get('state'))
    const known = await me(browser)
    if (known.kind !== 'account') return expect.unreachable()
    await here.accounts.administration.setDisabled(known.account.accountId, true)
    const again = here.browser()
    await finish(again, (await begin(again)).searchParams.get('state'))
    expect((await me(again)).kind).toBe('nobody')
  })

  it.each([
    ['https://evil.example'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['javascript:alert(1)'],
    ['/a b'],
    ['/a\nb'],
  ])('leads to no other site: %s', async (returnTo) => {
    const reply = await here.browser().send('POST', '/v1/auth/sign-in/github', { returnTo })
    expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'invalid_request'])
  })

  it('is offered only where it is set up', async () => {
    expect((await here.browser().send('GET', '/v1/auth/providers')).json()).toMatchObject({ providers: ['github'] })
    for (const provider of ['google', 'facebook', '__proto__', 'constructor']) {
      expect((await here.browser().send('POST', `/v1/auth/sign-in/${provider}`, {})).statusCode).toBe(404)
      expect((await here.browser().send('GET', `/v1/auth/callback/${provider}`)).statusCode).toBe(404)
    }
  })
})

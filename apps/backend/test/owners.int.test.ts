import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountApp, type AccountApps, accountApps } from './account-app.ts'
import { ask } from './ask.ts'
import type { Browser } from './browser.ts'
import { startApp } from './start-app.ts'

/**
 * Who asks: the guest and the account that own a chat, another guest, somebody who was never here, somebody with the owner's id under a signature of another
 * key, another account, and an administrator.
 */
type Who = 'owner' | 'account' | 'guest' | 'nobody' | 'forger' | 'other' | 'administrator'

/** What each gets. An account that owns gets what a guest who owns gets, unless it is named; others with an account get what another guest gets. */
type Expected = Record<'owner' | 'guest' | 'nobody' | 'forger', number> &
  Partial<Record<'account' | 'other' | 'administrator', number>>

const password = 'correct horse battery'
let apps: AccountApps
let started: AccountApp
/** Somebody new for each request: one may delete, another sign out. */
let visitors: Record<Who, Browser>
/** Ids that addresses name: the chat, session, key and account of the owning account; for the owning guest their own chat. */
const ids: Record<string, string> = {}
/** The owning guest's own chat and answer. */
let guestIds: Record<string, string> = {}
let guestCookieValue = ''

const signUp = async (email: string) => {
  const browser = started.browser()
  await browser.send('POST', '/v1/auth/sign-up', { email, password })
  return browser
}

/** Asks, and tells the chat and the answer that came of it. */
async function askedBy(browser: Browser): Promise<{ CHAT: string; ANSWER: string }> {
  const { chatId } = await browser.ask('mine')
  const { messages } = (await browser.send('GET', `/v1/chats/${chatId}`)).json()
  return { CHAT: chatId, ANSWER: messages.at(-1).id }
}

beforeAll(async () => {
  apps = await accountApps(null)
  started = await apps.start()
  const [owner, guest, account] = [started.browser(), started.browser(), await signUp('owner@example.com')]
  guestIds = await askedBy(owner)
  await guest.ask('other')
  Object.assign(ids, await askedBy(account))
  const { CHAT: shared } = await askedBy(account)
  ids.TOKEN = (await account.send('POST', `/v1/chats/${shared}/share`)).json().token
  const items = async (path: string) => (await account.send('GET', path)).json().items
  ids.SESSION = (await items('/v1/auth/sessions'))[0].sessionId
  ids.KEY = (await account.send('POST', '/v1/auth/api-keys', { name: 'script' })).json().apiKeyId
  ids.ACCOUNT = (await account.send('GET', '/v1/auth/me')).json().account.accountId

  // The owner's id with the signature of another key.
  const elsewhere = await startApp({ secretKey: 'another key altogether' })
  const signature = (await ask(elsewhere.app, { message: 'x' })).cookie.split('.')[1]
  await elsewhere.app.close()
  const forger = started.browser()
  forger.cookies.set('reviewguide_guest', `${owner.cookies.get('reviewguide_guest')?.split('.')[0]}.${signature}`)
  forger.cookies.set('reviewguide_session', `${account.cookies.get('reviewguide_session')?.split('.')[0]}.${signature}`)

  const administrator = await signUp('admin@example.com')
  const { accountId } = (await administrator.send('GET', '/v1/auth/me')).json().account
  await started.accounts.administration.setRole(accountId, 'administrator')
  await administrator.send('POST', '/v1/auth/sign-in', { email: 'admin@example.com', password })
  const other = await signUp('other@example.com')
  guestCookieValue = guest.cookies.get('reviewguide_guest') ?? ''
  visitors = { owner, guest, account, nobody: started.browser(), forger, other, administrator }
})
afterAll(() => apps.close())

/** What an address gives that knows no owner. */
const everybody = (status: number): Expected => ({ owner: status, guest: status, nobody: status, forger: status })
const signedInOnly = everybody(401)

/** Every route, and what each asker gets. A chat is only its owner's; the catalogue is everybody's. */
const routes: ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string, object | undefined, Expected][] = [
  ['GET', '/v1/chats/CHAT', undefined, { owner: 200, guest: 404, nobody: 404, forger: 404 }],
  ['PATCH', '/v1/chats/CHAT', { title: 'New' }, { owner: 200, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/chats/CHAT/messages', undefined, { owner: 200, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/chats/CHAT/export?format=markdown', undefined, { owner: 200, guest: 404, nobody: 404, forger: 404 }],
  ['POST', '/v1/chats/CHAT/show', { messageId: 'ANSWER' }, { owner: 204, guest: 404, nobody: 404, forger: 404 }],
  [
    'PUT',
    '/v1/chats/CHAT/messages/ANSWER/feedback',
    { verdict: 'up' },
    { owner: 200, guest: 404, nobody: 404, forger: 404 },
  ],
  [
    'DELETE',
    '/v1/chats/CHAT/messages/ANSWER/feedback',
    undefined,
    { owner: 204, guest: 404, nobody: 404, forger: 404 },
  ],
  ['POST', '/v1/chats/CHAT/share', undefined, { owner: 200, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/shared/TOKEN', undefined, everybody(200)],
  ['DELETE', '/v1/chats/CHAT/share', undefined, { owner: 204, guest: 404, nobody: 404, forger: 404 }],
  [
    'POST',
    '/v1/chat/stream',
    { message: 'and?', chatId: 'CHAT' },
    { owner: 200, guest: 404, nobody: 404, forger: 404 },
  ],
  ['GET', '/v1/chat/CHAT/stream', undefined, { owner: 204, guest: 404, nobody: 404, forger: 404 }],
  ['POST', '/v1/chat/CHAT/stop', undefined, { owner: 200, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/chats', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/v1/items', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/v1/items/itm_0000000000', undefined, { owner: 404, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/items/itm_0000000000/reviews', undefined, { owner: 404, guest: 404, nobody: 404, forger: 404 }],
  [
    'GET',
    '/v1/compare?items=itm_0000000001,itm_0000000002',
    undefined,
    { owner: 404, guest: 404, nobody: 404, forger: 404 },
  ],
  ['GET', '/v1/reviews/rev_0000000000', undefined, { owner: 404, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/overview', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/health', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/health/ready', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['DELETE', '/v1/chats/CHAT', undefined, { owner: 204, guest: 404, nobody: 404, forger: 404 }],
  // People. Whoever has no account is asked to sign in; what is another account's does not exist.
  ['GET', '/v1/auth/me', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/v1/auth/me/export', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/v1/auth/providers', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
  ['GET', '/v1/auth/sessions', undefined, { ...signedInOnly, account: 200, other: 200, administrator: 200 }],
  ['GET', '/v1/auth/api-keys', undefined, { ...signedInOnly, account: 200, other: 200, administrator: 200 }],
  ['POST', '/v1/auth/api-keys', { name: 'x' }, { ...signedInOnly, account: 201, other: 201, administrator: 201 }],
  ['DELETE', '/v1/auth/api-keys/KEY', undefined, { ...signedInOnly, account: 204, other: 404, administrator: 404 }],
  ['POST', '/v1/auth/sign-in/google', {}, { owner: 404, guest: 404, nobody: 404, forger: 404 }],
  ['GET', '/v1/auth/callback/google', undefined, { owner: 404, guest: 404, nobody: 404, forger: 404 }],
  ['POST', '/v1/auth/confirm-email', { token: 'x' }, { owner: 400, guest: 400, nobody: 400, forger: 400 }],
  ['POST', '/v1/auth/password/forgot', { email: 'WHO@example.com' }, everybody(204)],
  ['POST', '/v1/auth/password/reset', { token: 'x', newPassword: password }, everybody(400)],
  ['POST', '/v1/auth/sign-up', { email: 'no address', password }, everybody(400)],
  ['POST', '/v1/auth/sign-in', { email: 'owner@example.com', password: 'wrong' }, everybody(401)],
  [
    'POST',
    '/v1/auth/password',
    { currentPassword: 'wrong', newPassword: password },
    { ...signedInOnly, account: 403, other: 403, administrator: 403 },
  ],
  ['GET', '/v1/admin/users', undefined, { ...everybody(404), administrator: 200 }],
  ['GET', '/v1/admin/users?limit=none', undefined, { ...everybody(404), administrator: 400 }],
  ['POST', '/v1/admin/users/ACCOUNT/enable', undefined, { ...everybody(404), administrator: 200 }],
  ['DELETE', '/v1/auth/sessions/SESSION', undefined, { ...signedInOnly, account: 204, other: 404, administrator: 404 }],
  ['POST', '/v1/auth/sign-out', undefined, everybody(204)],
  // These come last: of the accounts above nobody is signed in any more, but by a copy of their browsers from before.
  [
    'POST',
    '/v1/auth/sign-out-everywhere',
    undefined,
    { ...signedInOnly, account: 401, other: 401, administrator: 401 },
  ],
  ['POST', '/v1/admin/users/ACCOUNT/disable', undefined, everybody(404)],
  ['DELETE', '/v1/auth/me', {}, everybody(204)],
]

describe('who may do what', () => {
  for (const [method, path, body, expected] of routes) {
    // The owners last: they may delete it.
    it.each(['guest', 'nobody', 'forger', 'other', 'administrator', 'owner', 'account'] as const)(
      `${method} ${path} by %s`,
      async (who) => {
        const here = { ...ids, WHO: who, ...(who === 'owner' && guestIds) }
        const fill = (text: string) => Object.entries(here).reduce((all, [name, id]) => all.replaceAll(name, id), text)
        const reply = await visitors[who].send(method, fill(path), body && JSON.parse(fill(JSON.stringify(body))))
        const status = who in expected ? expected[who] : who === 'account' ? expected.owner : expected.guest
        expect(reply.statusCode).toBe(status)
      },
    )
  }

  it('covers every route of the app', () => {
    const tested = routes.map(
      ([method, path]) => `${method} ${path.replace(/\?.*/, '').replace(/[A-Z]{2,}|(itm|rev)_\d+|google/g, '*')}`,
    )
    // The other methods of an address are refused by a route of their own, which is hidden; so are the pages of the documentation.
    const open = started.routes.filter(({ hidden }) => !hidden)
    const documentation = ({ url }: { url: string }) => /^\/(docs(\/|$)|openapi\.json$)/.test(url)
    const refusal = ({ url }: { url: string }) => open.some((one) => one.url === url)
    const secret = started.routes.filter((one) => one.hidden && !documentation(one) && !refusal(one))
    const named = [...open, ...secret]
      .filter((one) => one.method !== 'HEAD' && !documentation(one))
      .map(({ method, url }) => `${method} ${url.replace(/:\w+/g, '*')}`)
    expect([...new Set(tested)].toSorted()).toEqual(named.toSorted())
  })
})

describe('the cookie', () => {
  const guestCookie = () => `reviewguide_guest=${guestCookieValue}`
  const cookie = async (headers: Record<string, string>) =>
    String(
      (await started.app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message: 'hi' }, headers }))
        .headers['set-cookie'],
    )

  it('is kept from scripts and other sites, and bound to TLS where there is TLS', async () => {
    expect(await cookie({})).toMatch(
      /^reviewguide_guest=gst_\w+\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(await cookie({ 'x-forwarded-proto': 'https' })).toMatch(
      /^__Host-reviewguide_guest=gst_\w+\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('is given once', async () => {
    expect(await cookie({ cookie: guestCookie() })).toBe('undefined')
  })

  it('lists the chats of its guest alone', async () => {
    const { items } = (await started.app.inject({ url: '/v1/chats', headers: { cookie: guestCookie() } })).json()
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['hi'])
  })
})

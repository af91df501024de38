import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { startApp } from './start-app.ts'

type Who = 'owner' | 'guest' | 'nobody' | 'forger'

let started: Awaited<ReturnType<typeof startApp>>
const cookies: Record<Who, string> = { owner: '', guest: '', nobody: '', forger: '' }
let chatId = ''
let answerId = ''
let token = ''

beforeAll(async () => {
  started = await startApp()
  const mine = await ask(started.app, { message: 'mine' })
  const other = await ask(started.app, { message: 'other' })
  chatId = mine.chatId
  cookies.owner = mine.cookie
  answerId = started.chats.runs.values().next().value?.answerId ?? ''
  const shared = await started.app.inject({
    method: 'POST',
    url: `/v1/chats/${chatId}/share`,
    headers: { cookie: mine.cookie },
  })
  token = shared.json().token
  cookies.guest = other.cookie
  // The owner's id with the signature of another key.
  const [{ owner } = { owner: '' }] = started.chats.runs.values()
  const elsewhere = await startApp({ secretKey: 'another key altogether' })
  const signature = (await ask(elsewhere.app, { message: 'x' })).cookie.split('.')[1]
  await elsewhere.app.close()
  cookies.forger = `reviewguide_guest=${owner}.${signature}`
})
afterAll(() => started.app.close())

/** Every route, and what each asker gets. A chat is only its owner's; the catalogue is everybody's. */
const routes: ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string, object | undefined, Record<Who, number>][] = [
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
  ['GET', '/v1/shared/TOKEN', undefined, { owner: 200, guest: 200, nobody: 200, forger: 200 }],
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
]

describe('who may do what', () => {
  for (const [method, path, body, expected] of routes) {
    // The owner last: they may delete it.
    it.each(['guest', 'nobody', 'forger', 'owner'] as const)(`${method} ${path} by %s`, async (who) => {
      const fill = (text: string) =>
        text.replaceAll('CHAT', chatId).replaceAll('ANSWER', answerId).replaceAll('TOKEN', token)
      const reply = await started.app.inject({
        method,
        url: fill(path),
        headers: cookies[who] ? { cookie: cookies[who] } : {},
        ...(body && { payload: JSON.parse(fill(JSON.stringify(body))) }),
      })
      expect(reply.statusCode).toBe(expected[who])
    })
  }

  it('covers every route of the documentation', async () => {
    const { paths } = (await started.app.inject('/openapi.json')).json()
    const documented = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '*')}`),
    )
    const tested = routes.map(
      ([method, path]) => `${method} ${path.replace(/\?.*/, '').replace(/CHAT|ANSWER|TOKEN|(itm|rev)_\d+/g, '*')}`,
    )
    expect(tested.toSorted()).toEqual(documented.toSorted())
  })
})

describe('the cookie', () => {
  const cookie = async (headers: Record<string, string>) =>
    String(
      (await started.app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message: 'hi' }, headers }))
        .headers['set-cookie'],
    )

  it('is kept from scripts and other sites, and bound to TLS where there is TLS', async () => {
    expect(await cookie({})).toMatch(
      /^reviewguide_guest=gst_\w+\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(await cookie({ 'x-forwarded-proto': 'https' })).toMatch(/; Secure/)
  })

  it('is given once', async () => {
    expect(await cookie({ cookie: cookies.guest })).toBe('undefined')
  })

  it('lists the chats of its guest alone', async () => {
    const { items } = (await started.app.inject({ url: '/v1/chats', headers: { cookie: cookies.guest } })).json()
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['hi', 'other'])
  })
})

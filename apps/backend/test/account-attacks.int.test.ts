import { createHmac, randomBytes } from 'node:crypto'
import { Me } from '@reviewguide/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AccountApp, type AccountApps, accountApps, tokenTo } from './account-app.ts'
import type { Browser } from './browser.ts'

const redisUrl = process.env.REDIS_URL
if (!redisUrl) console.warn('Skipped: attacks on accounts on Redis, because REDIS_URL is not set.')

const key = 'a key for tests only'
const password = 'correct horse battery'
const SESSION = 'reviewguide_session'
const GUEST = 'reviewguide_guest'
let made = 0
const newEmail = () => `target${made++}@example.com`
/** An address of the network that nobody else in this file has. */
const newAddress = () => ({ 'x-forwarded-for': `198.51.${Math.floor(made / 250)}.${made++ % 250}` })

// Each try of a password costs what it is meant to: some tenth of a second of a core, and more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

describe.skipIf(redisUrl === undefined).each([
  ['with Redis', redisUrl ?? ''],
  ['as a single backend', null],
])('attacks on accounts %s', (_name, url) => {
  let apps: AccountApps
  let here: AccountApp
  /** Here with a mail server: addresses are confirmed. */
  let mailing: AccountApp
  beforeAll(async () => {
    apps = await accountApps(url)
    here = await apps.start()
    mailing = await apps.start({ delivers: true })
  })
  afterAll(() => apps.close())

  const signUp = async (browser: Browser, email = newEmail()) => {
    const reply = await browser.send('POST', '/v1/auth/sign-up', { email, password }, newAddress())
    expect(reply.statusCode).toBe(200)
    return email
  }
  const signIn = (browser: Browser, email: string, given: string, headers = newAddress()) =>
    browser.send('POST', '/v1/auth/sign-in', { email, password: given }, headers)
  const kindOf = async (browser: Browser) => Me.parse((await browser.send('GET', '/v1/auth/me')).json()).kind

  describe('cookies', () => {
    it('are kept from scripts and other sites, and bound to this host where there is TLS', async () => {
      const email = await signUp(here.browser())
      const plain = await signIn(here.browser(), email, password)
      expect(String(plain.headers['set-cookie'])).toMatch(
        /^reviewguide_session=\w{32}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      )
      const secured = here.browser({ 'x-forwarded-proto': 'https' })
      const reply = await signIn(secured, email, password)
      expect(String(reply.headers['set-cookie'])).toMatch(
        /^__Host-reviewguide_session=\w{32}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
      expect(await kindOf(secured)).toBe('account')
      await secured.send('POST', '/v1/auth/sign-out')
      expect([...secured.cookies.keys()]).toEqual([`__Host-${GUEST}`])
    })

    it('of a session that a subdomain planted count for nothing behind TLS', async () => {
      const attacker = here.browser()
      await signUp(attacker)
      const victim = here.browser({ 'x-forwarded-proto': 'https' })
      victim.cookies.set(SESSION, attacker.cookies.get(SESSION) ?? '')
      expect(await kindOf(victim)).toBe('nobody')
    })

    it('of a guest from before there was TLS are taken and written anew', async () => {
      const browser = here.browser()
      const { chatId } = await browser.ask('hi')
      const secured = here.browser({ 'x-forwarded-proto': 'https' })
      secured.cookies.set(GUEST, browser.cookies.get(GUEST) ?? '')
      expect((await secured.send('GET', `/v1/chats/${chatId}`)).statusCode).toBe(200)
      expect([...secured.cookies.keys()]).toEqual([`__Host-${GUEST}`])
      expect((await secured.send('GET', `/v1/chats/${chatId}`)).statusCode).toBe(200)
    })

    it('that are forged, damaged, of another purpose or over are nobody, and go', async () => {
      const owner = here.browser()
      await owner.ask('mine')
      const guest = owner.cookies.get(GUEST) ?? ''
      await signUp(owner)
      const session = owner.cookies.get(SESSION) ?? ''
      const [token = '', signature = ''] = session.split('.')
      const sign = (text: string, by = key) => createHmac('sha256', by).update(text).digest('base64url')
      const unknown = randomBytes(16).toString('hex')
      const forged = [
        token,
        `${token}.`,
        `${token}.${signature.slice(0, -1)}`,
        `${token}.${signature}x`,
        `${token}.${sign(`session:${token}`, 'another key altogether')}`,
        `${token}.${sign(`guest:${token}`)}`,
        guest,
        `${unknown}.${sign(`session:${unknown}`)}`,
        `.${sign('session:')}`,
        `a b.${sign('session:a b')}`,
        '.',
        '%00',
        'é'.repeat(40),
        'x'.repeat(3000),
      ]
      for (const value of forged) {
        const browser = here.browser()
        browser.cookies.set(SESSION, value)
        const reply = await browser.send('GET', '/v1/auth/me')
        expect([value, reply.statusCode, reply.json().kind]).toEqual([value, 200, 'nobody'])
        expect([value, browser.cookies.size]).toEqual([value, 0])
        const asGuest = here.browser()
        asGuest.cookies.set(GUEST, value === guest ? session : value)
        expect(await kindOf(asGuest)).toBe('nobody')
        expect([value, asGuest.cookies.size]).toEqual([value, 0])
      }
      expect(await kindOf(owner)).toBe('account')
    })

    it('of a session that has run out are nobody, and go', async () => {
      const browser = here.browser()
      const email = await signUp(browser)
      await apps.database.pool.query(
        `update reviewguide.sessions set expires_at = now() - interval '1 second'
         where account_id = (select id from reviewguide.accounts where email = $1)`,
        [email],
      )
      await here.redis?.client().del(...(await cached()))
      expect(await kindOf(browser)).toBe('nobody')
      expect(browser.cookies.size).toBe(0)
    })

    it('of an older key hold, are signed anew, and end when the key is taken away', async () => {
      const before = here.browser()
      await before.ask('mine')
      const guest = before.copy()
      await signUp(before)
      const rotated = await apps.start({ secretKey: 'the new key for tests', previousKeys: ['one in between', key] })
      for (const [browser, kind] of [
        [before, 'account'],
        [guest, 'guest'],
      ] as const) {
        const after = browser.copy().at(rotated.app)
        const cookies = [...after.cookies.values()]
        expect(await kindOf(after)).toBe(kind)
        expect([...after.cookies.values()]).not.toEqual(cookies)
        // Signed by the new key now: the old one is not needed any more.
        const later = await apps.start({ secretKey: 'the new key for tests' })
        expect(await kindOf(after.at(later.app))).toBe(kind)
        expect(await kindOf(browser.copy().at(later.app))).toBe('nobody')
      }
    })

    const cached = async () => {
      const client = here.redis?.client()
      const keys = client && !('nodes' in client) ? await client.keys('reviewguide-test-*:session:*') : []
      return keys.length > 0 ? keys : ['none']
    }
  })

  it('by another site reach no route that changes anything', async () => {
    const browser = here.browser()
    const email = await signUp(browser)
    const changing = here.routes.filter(
      ({ method, url, hidden }) => !hidden && url.startsWith('/v1/') && !['GET', 'HEAD'].includes(method),
    )
    expect(changing.length).toBeGreaterThan(15)
    for (const { method, url } of changing) {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
        { origin: 'null', 'sec-fetch-site': 'same-site' },
      ]) {
        const path = url.replace(/:\w+/g, 'x')
        const reply = await browser.send(method as 'POST', path, { email, password }, headers)
        expect([path, reply.statusCode, reply.json().error.code]).toEqual([path, 403, 'cross_site'])
      }
    }
    // What a form of another site can send without asking is not read, whatever it says of its origin.
    const form = await here.app.inject({
      method: 'POST',
      url: '/v1/auth/sign-in',
      payload: `email=${email}&password=${password}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(form.statusCode).toBe(415)
    expect(await kindOf(browser)).toBe('account')
  })

  describe('guessing', () => {
    it('ends after ten tries of an account from an address, for known and unknown accounts alike, on all backends', async () => {
      for (const email of [await signUp(here.browser()), newEmail()]) {
        const from = newAddress()
        const codes: number[] = []
        for (let n = 0; n < 12; n += 1) {
          const app = url && n % 2 ? mailing : here
          codes.push((await signIn(app.browser(), email, `guess number ${n}`, from)).statusCode)
        }
        expect(codes).toEqual([...Array(10).fill(401), 429, 429])
        const refused = await signIn(here.browser(), email, password, from)
        expect([refused.statusCode, refused.json().error.code]).toEqual([429, 'too_many_attempts'])
        const seconds = Number(refused.headers['retry-after'])
        expect(seconds).toBeGreaterThan(14 * 60)
        expect(seconds).toBeLessThanOrEqual(15 * 60)
      }
    })

    it('many at once passes no more than one after the other', async () => {
      const [email, from] = [await signUp(here.browser()), newAddress()]
      const replies = await Promise.all(
        Array.from({ length: 40 }, (_, n) => signIn(here.browser(), email, `guess ${n}`, from)),
      )
      expect(replies.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10)
      expect(replies.filter(({ statusCode }) => statusCode === 429)).toHaveLength(30)
    })

    it('at the current password of a session that was left open is limited in the same way', async () => {
      const browser = here.browser(newAddress())
      await signUp(browser)
      const codes: number[] = []
      for (let n = 0; n < 11; n += 1) {
        const body = { currentPassword: `guess ${n}`, newPassword: 'a new one for me' }
        codes.push((await browser.send('POST', '/v1/auth/password', body)).statusCode)
      }
      expect(codes).toEqual([...Array(10).fill(403), 429])
      const reply = await browser.send('DELETE', '/v1/auth/me', { password })
      expect(reply.statusCode).toBe(429)
    })

    it('asking for letters is limited by mailbox', async () => {
      const email = await signUp(here.browser())
      const ask = () => here.browser().send('POST', '/v1/auth/password/forgot', { email }, newAddress())
      const codes: number[] = []
      for (let n = 0; n < 6; n += 1) codes.push((await ask()).statusCode)
      expect(codes).toEqual([204, 204, 204, 204, 204, 429])
    })
  })

  describe('finding out who has an account', () => {
    /** What differs by nature. */
    const told = ({ statusCode, body, headers }: Awaited<ReturnType<Browser['send']>>) => ({
      statusCode,
      body: body.replace(/req_\w+/, 'req'),
      headers: Object.keys(headers).toSorted(),
    })

    it('is answered alike by sign-in and by the question for a letter', async () => {
      const [known, unknown] = [await signUp(here.browser()), newEmail()]
      const asked = (path: string, email: string) =>
        here.browser().send('POST', path, path.endsWith('in') ? { email, password: 'not it' } : { email }, newAddress())
      for (const path of ['/v1/auth/sign-in', '/v1/auth/password/forgot']) {
        expect(told(await asked(path, known))).toEqual(told(await asked(path, unknown)))
      }
    })

    it('is answered alike by sign-up where letters arrive, and the letter tells its reader', async () => {
      const email = newEmail()
      const send = (to: string) =>
        mailing.browser().send('POST', '/v1/auth/sign-up', { email: to, password, name: 'Mia' }, newAddress())
      const first = await send(email)
      expect(first.json()).toEqual({ outcome: 'confirm_email' })
      await expect.poll(() => apps.letters.filter(({ to }) => to === email).length).toBe(1)

      // Not confirmed, it cannot be used; and only who has the password hears that.
      expect((await signIn(mailing.browser(), email, password)).json().error.code).toBe('email_not_confirmed')
      expect((await signIn(mailing.browser(), email, 'not it')).json().error.code).toBe('wrong_credentials')
      await expect.poll(() => apps.letters.filter(({ to }) => to === email).length).toBe(2)
      const token = tokenTo(apps.letters, email)
      for (const wrong of [`${token}x`, token.slice(0, -3), 'x']) {
        const reply = await mailing.browser().send('POST', '/v1/auth/confirm-email', { token: wrong })
        expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'link_expired'])
      }
      const browser = mailing.browser()
      const { chatId } = await browser.ask('mine')
      expect((await browser.send('POST', '/v1/auth/confirm-email', { token })).statusCode).toBe(204)
      expect((await signIn(browser, email, password)).statusCode).toBe(200)
      expect((await browser.send('GET', `/v1/chats/${chatId}`)).statusCode).toBe(200)

      expect(told(await send(email))).toEqual(told(await send(newEmail())))
      await expect.poll(() => apps.letters.findLast(({ to }) => to === email)?.subject).toMatch(/You have an account/)
      expect((await signIn(mailing.browser(), email, password)).statusCode).toBe(200)
    })

    it("an account that a stranger made for an address becomes its owner's by the letter", async () => {
      const email = newEmail()
      const send = (given: string) =>
        mailing.browser().send('POST', '/v1/auth/sign-up', { email, password: given }, newAddress())
      await send('the password of the stranger')
      await send('the password of the owner')
      await expect.poll(() => apps.letters.filter(({ to }) => to === email).length).toBe(2)
      const token = tokenTo(apps.letters, email)
      const reset = await mailing.browser().send('POST', '/v1/auth/password/reset', { token, newPassword: password })
      expect(reset.statusCode).toBe(204)
      expect((await signIn(mailing.browser(), email, 'the password of the stranger')).statusCode).toBe(401)
      expect((await signIn(mailing.browser(), email, password)).statusCode).toBe(200)
    })

    it('takes as long for an unknown address as for a known one', async () => {
      const known = await signUp(here.browser())
      const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
      for (let n = 0; n < 8; n += 1) {
        for (const who of ['known', 'unknown'] as const) {
          const email = who === 'known' ? known : newEmail()
          const begin = performance.now()
          expect((await signIn(here.browser(), email, 'not it', newAddress())).statusCode).toBe(401)
          times[who].push(performance.now() - begin)
        }
      }
      const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
      const ratio = median(times.known) / median(times.unknown)
      // Without the hash that an unknown address costs as well, it is some ten times.
      expect(ratio).toBeGreaterThan(0.5)
      expect(ratio).toBeLessThan(2)
    })
  })

  it('two who take one address at once get one account', async () => {
    const email = newEmail()
    const send = (app: AccountApp) =>
      app.browser().send('POST', '/v1/auth/sign-up', { email, password, name: '' }, newAddress())
    const replies = await Promise.all([send(here), send(here), send(here), send(here)])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409])
    const { rows } = await apps.database.pool.query('select id from reviewguide.accounts where email = $1', [email])
    expect(rows).toHaveLength(1)
  })

  it('people cannot make themselves what they are not', async () => {
    const browser = here.browser()
    const more = { role: 'administrator', disabled: false, emailVerified: true }
    const reply = await browser.send('POST', '/v1/auth/sign-up', { email: newEmail(), password, ...more }, newAddress())
    expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'invalid_request'])
    for (const path of ['/v1/auth/update-user', '/v1/auth/get-session', '/v1/auth/list-sessions', '/v1/auth/ok']) {
      expect((await browser.send('POST', path, more)).statusCode).toBe(404)
      expect((await browser.send('GET', path)).statusCode).toBe(404)
    }
  })
})

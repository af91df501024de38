import { createHmac } from 'node:crypto'
import { Me, SessionList, SignedIn, SignUpOutcome } from '@reviewguide/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountApp, type AccountApps, accountApps, tokenTo } from './account-app.ts'
import type { Browser } from './browser.ts'
import { endless } from './scripted-workflow.ts'

const redisUrl = process.env.REDIS_URL
if (!redisUrl) console.warn('Skipped: accounts on Redis, because REDIS_URL is not set.')

const password = 'correct horse battery'
const other = 'another staple entirely'
let made = 0
const newEmail = () => `person${made++}@example.com`
const SESSION = 'reviewguide_session'
const GUEST = 'reviewguide_guest'

describe.skipIf(redisUrl === undefined).each([
  ['with Redis', redisUrl ?? ''],
  ['as a single backend', null],
])('accounts %s', (_name, url) => {
  let apps: AccountApps
  let here: AccountApp
  let there: AccountApp
  beforeAll(async () => {
    apps = await accountApps(url)
    here = await apps.start()
    there = await apps.start()
  })
  afterAll(() => apps.close())

  const signUp = async (browser: Browser, email = newEmail()) => {
    const reply = await browser.send('POST', '/v1/auth/sign-up', { email, password, name: 'Mia' })
    expect([reply.statusCode, reply.body]).toEqual([200, expect.any(String)])
    const outcome = SignUpOutcome.parse(reply.json())
    if (outcome.outcome !== 'signed_in') return expect.unreachable()
    return outcome.account
  }
  const signIn = (browser: Browser, email: string, given = password, more = {}) =>
    browser.send('POST', '/v1/auth/sign-in', { email, password: given, ...more })
  const me = async (browser: Browser) => Me.parse((await browser.send('GET', '/v1/auth/me')).json())
  const chatsOf = async (browser: Browser) => {
    const { items } = (await browser.send('GET', '/v1/chats')).json<{ items: { chatId: string }[] }>()
    return items.map(({ chatId }) => chatId)
  }
  const codeOf = async (sent: ReturnType<Browser['send']>) => {
    const reply = await sent
    return [reply.statusCode, reply.json().error?.code]
  }

  describe('a guest', () => {
    it('is nobody first, then known, and signs up with all chats', async () => {
      const browser = here.browser()
      expect(await me(browser)).toEqual({ kind: 'nobody' })
      const { chatId } = await browser.ask('hi')
      expect(await me(browser)).toEqual({ kind: 'guest', guestId: expect.stringMatching(/^gst_/) })
      const stranger = browser.copy()

      const account = await signUp(browser)
      expect(await me(browser)).toEqual({
        kind: 'account',
        via: 'session',
        account: expect.objectContaining({ email: account.email, name: 'Mia', role: 'person' }),
      })
      expect([...browser.cookies.keys()]).toEqual([SESSION])
      expect(await chatsOf(browser)).toEqual([chatId])
      expect(await chatsOf(browser.at(there.app))).toEqual([chatId])
      // The guest's cookie, kept by somebody, opens nothing of it any more.
      expect(await chatsOf(stranger)).toEqual([])
      expect((await stranger.send('GET', `/v1/chats/${chatId}`)).statusCode).toBe(404)
    })

    it('signs in in the middle of an answer, and goes on with it as the account', async () => {
      const slow = await apps.start({ script: endless, limits: { totalMs: 8_000 } })
      const { email } = await signUp(slow.browser())
      const browser = slow.browser()
      const asking = browser.copy().ask('hi')
      await expect
        .poll(
          async () =>
            (await apps.database.db.selectFrom('runs').selectAll().where('status', '=', 'active').execute()).length,
        )
        .toBe(1)
      const [run] = await apps.database.db.selectFrom('runs').selectAll().where('status', '=', 'active').execute()
      // The guest's cookie came with the head of the stream, which inject hands out at its end: made here as the backend makes it.
      const signature = createHmac('sha256', 'a key for tests only').update(`guest:${run?.owner}`).digest('base64url')
      browser.cookies.set(GUEST, `${run?.owner}.${signature}`)
      expect((await browser.send('POST', `/v1/chat/cht_0000000000/stop`)).statusCode).toBe(404)
      const guest = browser.copy()
      expect((await signIn(browser, email)).statusCode).toBe(200)

      expect((await guest.send('POST', `/v1/chat/${run?.chat_id}/stop`)).statusCode).toBe(404)
      const stopped = await browser.send('POST', `/v1/chat/${run?.chat_id}/stop`)
      expect(stopped.json()).toEqual({ stopped: true })
      expect((await asking).events.at(-1)?.part).toMatchObject({ type: 'finish' })
      const chat = (await browser.send('GET', `/v1/chats/${run?.chat_id}`)).json()
      expect(chat).toMatchObject({ active: false, messages: [{ role: 'user' }, { role: 'assistant' }] })
    })

    it('brings a chat along that was begun while they signed in', async () => {
      const browser = here.browser()
      await browser.ask('first')
      const guestCookie = browser.cookies.get(GUEST) ?? ''
      await signUp(browser)
      const late = here.browser()
      late.cookies.set(GUEST, guestCookie)
      const { chatId } = await late.ask('late')
      browser.cookies.set(GUEST, guestCookie)
      expect(await chatsOf(browser)).toContain(chatId)
      expect(browser.cookies.has(GUEST)).toBe(false)
    })
  })

  describe('signing in and out', () => {
    it('works on every backend, and ends on every one at once', async () => {
      const browser = here.browser()
      const { email } = await signUp(browser)
      const stolen = browser.copy().at(there.app)
      expect((await me(stolen)).kind).toBe('account')
      expect((await browser.send('POST', '/v1/auth/sign-out')).statusCode).toBe(204)
      expect((await me(browser)).kind).toBe('guest')
      expect(await chatsOf(browser)).toEqual([])
      expect(await me(stolen)).toEqual({ kind: 'nobody' })
      // A session that is over is taken from the browser.
      expect(stolen.cookies.has(SESSION)).toBe(false)
      expect(SignedIn.parse((await signIn(browser, email.toUpperCase())).json()).account.email).toBe(email)
    })

    it('everywhere ends all sessions, and one can end another', async () => {
      const [laptop, phone, tablet] = [here.browser(), there.browser({ 'user-agent': 'Phone/1' }), there.browser()]
      const { email } = await signUp(laptop)
      await signIn(phone, email)
      await signIn(tablet, email)
      const { items } = SessionList.parse((await laptop.send('GET', '/v1/auth/sessions')).json())
      expect(items).toHaveLength(3)
      expect(items.filter(({ current }) => current)).toHaveLength(1)
      expect(JSON.stringify(items)).not.toContain(phone.cookies.get(SESSION)?.split('.')[0])
      const ofPhone = items.find(({ userAgent }) => userAgent === 'Phone/1')
      const gone = await laptop.send('DELETE', `/v1/auth/sessions/${ofPhone?.sessionId}`)
      expect(gone.statusCode).toBe(204)
      expect((await me(phone)).kind).toBe('nobody')
      expect((await me(tablet)).kind).toBe('account')
      expect((await laptop.send('POST', '/v1/auth/sign-out-everywhere')).statusCode).toBe(204)
      for (const browser of [laptop, tablet, tablet.at(here.app)]) expect((await me(browser)).kind).not.toBe('account')
    })

    it("does not end somebody else's session", async () => {
      const [mine, theirs] = [here.browser(), here.browser()]
      await signUp(mine)
      await signUp(theirs)
      const { items } = SessionList.parse((await theirs.send('GET', '/v1/auth/sessions')).json())
      const reply = await mine.send('DELETE', `/v1/auth/sessions/${items[0]?.sessionId}`)
      expect(reply.statusCode).toBe(404)
      expect((await me(theirs)).kind).toBe('account')
    })

    it('gives a session that nobody can have known before', async () => {
      const browser = here.browser()
      const { email } = await signUp(browser)
      const before = browser.copy()
      expect((await signIn(browser, email)).statusCode).toBe(200)
      expect(browser.cookies.get(SESSION)).not.toBe(before.cookies.get(SESSION))
      expect((await me(before)).kind).toBe('nobody')
    })

    it('for this time only sets a cookie without an end, and a session of a day', async () => {
      const { email } = await signUp(here.browser())
      const browser = here.browser()
      const reply = await signIn(browser, email, password, { remember: false })
      expect(reply.cookies.find(({ name }) => name === SESSION)?.maxAge).toBeUndefined()
      const { items } = SessionList.parse((await browser.send('GET', '/v1/auth/sessions')).json())
      const { expiresAt = '' } = items.find(({ current }) => current) ?? {}
      expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThan(24.1 * 3600_000)
    })
  })

  describe('a password', () => {
    it('is changed with the old one, which ends all other sessions', async () => {
      const [browser, elsewhere] = [here.browser(), there.browser()]
      const { email } = await signUp(browser)
      await signIn(elsewhere, email)
      const change = (currentPassword: string, newPassword = other) =>
        browser.send('POST', '/v1/auth/password', { currentPassword, newPassword })
      expect(await codeOf(change('not the password'))).toEqual([403, 'wrong_password'])
      expect(await codeOf(change(password, 'short'))).toEqual([400, 'invalid_request'])
      const before = browser.copy()
      expect((await change(password)).statusCode).toBe(204)
      expect((await me(browser)).kind).toBe('account')
      for (const gone of [before, elsewhere]) expect((await me(gone)).kind).toBe('nobody')
      expect(await codeOf(signIn(here.browser(), email))).toEqual([401, 'wrong_credentials'])
      expect((await signIn(here.browser(), email, other)).statusCode).toBe(200)
    })

    it('that is lost is set anew by a link, once, which ends all sessions', async () => {
      const browser = here.browser()
      const { email } = await signUp(browser)
      const ask = await there.browser().send('POST', '/v1/auth/password/forgot', { email: email.toUpperCase() })
      expect(ask.statusCode).toBe(204)
      await expect.poll(() => apps.letters.some(({ to }) => to === email)).toBe(true)
      const token = tokenTo(apps.letters, email)
      const { rows } = await apps.database.pool.query('select * from reviewguide.verifications')
      expect(JSON.stringify(rows)).not.toContain(token)
      const reset = (app: AccountApp) =>
        app.browser().send('POST', '/v1/auth/password/reset', { token, newPassword: other })
      const replies = await Promise.all([reset(here), reset(there), reset(here)])
      expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 400, 400])
      expect(await codeOf(reset(there))).toEqual([400, 'link_expired'])
      expect((await me(browser)).kind).toBe('nobody')
      expect((await signIn(here.browser(), email, other)).statusCode).toBe(200)
    })

    it('cannot be set by a link that is too old or made up', async () => {
      const { email } = await signUp(here.browser())
      await here.browser().send('POST', '/v1/auth/password/forgot', { email })
      await expect.poll(() => apps.letters.some(({ to }) => to === email)).toBe(true)
      await apps.database.pool.query("update reviewguide.verifications set expires_at = now() - interval '1 minute'")
      for (const token of [tokenTo(apps.letters, email), 'x', '\0', "' or 1=1 --"]) {
        const reset = here.browser().send('POST', '/v1/auth/password/reset', { token, newPassword: other })
        expect(await codeOf(reset)).toEqual([400, 'link_expired'])
      }
      expect((await signIn(here.browser(), email)).statusCode).toBe(200)
    })
  })

  describe('all that is mine', () => {
    it('can be taken along', async () => {
      const browser = here.browser()
      const { chatId } = await browser.ask('what of this?')
      const asGuest = await browser.send('GET', '/v1/auth/me/export')
      expect(asGuest.json()).toMatchObject({ account: null, chats: [{ chatId, messages: [{}, {}] }] })
      const { email } = await signUp(browser)
      await browser.send('POST', '/v1/auth/api-keys', { name: 'script' })
      const reply = await browser.send('GET', '/v1/auth/me/export')
      expect(reply.headers['cache-control']).toBe('no-store')
      expect(reply.headers['content-disposition']).toBe('attachment; filename="reviewguide-export.json"')
      expect(reply.json()).toMatchObject({
        account: { email },
        sessions: [{ current: true }],
        apiKeys: [{ name: 'script' }],
        chats: [{ chatId, messages: [{}, {}] }],
      })
      expect(reply.body).not.toContain(browser.cookies.get(SESSION)?.split('.')[0])
      expect((await here.browser().send('GET', '/v1/auth/me/export')).json()).toMatchObject({
        account: null,
        chats: [],
      })
    })

    it('can be deleted, with the password, and nothing is left', async () => {
      const [browser, bystander] = [here.browser(), here.browser()]
      const account = await signUp(browser)
      await bystander.ask('mine')
      for (let n = 0; n < 3; n += 1) await browser.ask(`question ${n}`)
      await browser.send('POST', '/v1/auth/api-keys', { name: 'script' })
      expect(await codeOf(browser.send('DELETE', '/v1/auth/me', {}))).toEqual([403, 'wrong_password'])
      const wrong = browser.send('DELETE', '/v1/auth/me', { password: 'not it at all' })
      expect(await codeOf(wrong)).toEqual([403, 'wrong_password'])
      expect(await chatsOf(browser)).toHaveLength(3)
      const copy = browser.copy().at(there.app)
      expect((await browser.send('DELETE', '/v1/auth/me', { password })).statusCode).toBe(204)
      expect((await me(copy)).kind).toBe('nobody')
      expect(browser.cookies.size).toBe(0)
      expect(await codeOf(signIn(here.browser(), account.email))).toEqual([401, 'wrong_credentials'])
      expect(await chatsOf(bystander)).toHaveLength(1)
      const { rows: tables } = await apps.database.pool.query(
        `select table_name, column_name from information_schema.columns
         where table_schema = 'reviewguide' and data_type = 'text' and column_name in ('owner', 'account_id', 'id', 'value')`,
      )
      for (const { table_name, column_name } of tables) {
        const { rows } = await apps.database.pool.query(
          `select 1 from reviewguide."${table_name}" where "${column_name}" = $1`,
          [account.accountId],
        )
        expect([table_name, rows]).toEqual([table_name, []])
      }
    })

    it('of a guest can be deleted as well', async () => {
      const browser = here.browser()
      await browser.ask('mine')
      const copy = browser.copy()
      expect((await browser.send('DELETE', '/v1/auth/me', {})).statusCode).toBe(204)
      expect(browser.cookies.size).toBe(0)
      expect(await chatsOf(copy)).toEqual([])
    })
  })

  describe('an API key', () => {
    it('acts as its account on every backend, until it is deleted or the account disabled', async () => {
      const browser = here.browser()
      const { email, accountId } = await signUp(browser)
      const { chatId } = await browser.ask('mine')
      const made = await browser.send('POST', '/v1/auth/api-keys', { name: 'script', expiresInDays: 30 })
      expect(made.statusCode).toBe(201)
      const { key, apiKeyId } = made.json()
      for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-api-key': key }]) {
        const program = there.browser(headers)
        expect(await me(program)).toMatchObject({ kind: 'account', via: 'api_key', account: { email } })
        expect(await chatsOf(program)).toContain(chatId)
        expect((await program.ask('by a program')).status).toBe(200)
        // What concerns signing in is the person's alone.
        expect(await codeOf(program.send('GET', '/v1/auth/sessions'))).toEqual([401, 'not_signed_in'])
        expect(await codeOf(program.send('POST', '/v1/auth/api-keys', { name: 'x' }))).toEqual([401, 'not_signed_in'])
        expect(await codeOf(program.send('DELETE', '/v1/auth/me', { password }))).toEqual([401, 'not_signed_in'])
      }
      const listed = await browser.send('GET', '/v1/auth/api-keys')
      expect(listed.body).not.toContain(key)
      expect(listed.json().items).toMatchObject([{ apiKeyId, name: 'script', start: key.slice(0, 8) }])

      const program = there.browser({ 'x-api-key': key })
      await here.accounts.administration.setDisabled(accountId, true)
      expect(await codeOf(program.send('GET', '/v1/auth/me'))).toEqual([401, 'invalid_api_key'])
      await here.accounts.administration.setDisabled(accountId, false)
      await signIn(browser, email)
      const stranger = here.browser()
      await signUp(stranger)
      expect((await stranger.send('DELETE', `/v1/auth/api-keys/${apiKeyId}`)).statusCode).toBe(404)
      expect((await program.send('GET', '/v1/auth/me')).statusCode).toBe(200)
      expect((await browser.send('DELETE', `/v1/auth/api-keys/${apiKeyId}`)).statusCode).toBe(204)
      expect(await codeOf(program.send('GET', '/v1/auth/me'))).toEqual([401, 'invalid_api_key'])
    })

    it('that nobody has, or has run out, is refused', async () => {
      const browser = here.browser()
      await signUp(browser)
      const { key } = (await browser.send('POST', '/v1/auth/api-keys', { name: 'old', expiresInDays: 1 })).json()
      await apps.database.pool.query("update reviewguide.api_keys set expires_at = now() - interval '1 second'")
      for (const one of [key, `rgk_${'a'.repeat(43)}`, 'nonsense', `${key}x`]) {
        expect(await codeOf(here.browser({ 'x-api-key': one }).send('GET', '/v1/chats'))).toEqual([
          401,
          'invalid_api_key',
        ])
      }
    })

    it('is nothing where keys are not in use', async () => {
      const without = await apps.start({ apiKeys: false })
      const browser = without.browser()
      await signUp(browser)
      expect((await browser.send('POST', '/v1/auth/api-keys', { name: 'x' })).statusCode).toBe(404)
      expect((await browser.send('GET', '/v1/auth/providers')).json()).toEqual({
        providers: [],
        confirmsEmail: false,
        apiKeys: false,
      })
    })
  })

  describe('an administrator', () => {
    it('lists accounts page by page, and disables one, which signs it out everywhere', async () => {
      const [admin, browser] = [here.browser(), there.browser()]
      const { email, accountId } = await signUp(admin)
      const person = await signUp(browser)
      expect((await admin.send('GET', '/v1/admin/users')).statusCode).toBe(404)
      await here.accounts.administration.setRole(accountId, 'administrator')
      // A role that changed is no role of a session from before.
      expect((await me(admin)).kind).toBe('nobody')
      await signIn(admin, email)

      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query: string = cursor && `&cursor=${cursor}`
        const page: { items: { email: string }[]; nextCursor: string | null } = (
          await admin.send('GET', `/v1/admin/users?limit=3${query}`)
        ).json()
        seen.push(...page.items.map((one) => one.email))
        cursor = page.nextCursor
      }
      const { rows } = await apps.database.pool.query('select email from reviewguide.accounts order by email')
      expect(seen).toEqual(rows.map((row) => row.email))
      const found = (await admin.send('GET', `/v1/admin/users?q=${person.email.toUpperCase()}`)).json()
      expect(found.items).toMatchObject([{ accountId: person.accountId, disabled: false, role: 'person' }])

      const disable = await admin.send('POST', `/v1/admin/users/${person.accountId}/disable`)
      expect(disable.json()).toMatchObject({ disabled: true })
      expect((await me(browser)).kind).toBe('nobody')
      expect(await codeOf(signIn(browser, person.email))).toEqual([403, 'account_disabled'])
      expect(await codeOf(signIn(browser, person.email, 'wrong password'))).toEqual([401, 'wrong_credentials'])
      await admin.send('POST', `/v1/admin/users/${person.accountId}/enable`)
      expect((await signIn(browser, person.email)).statusCode).toBe(200)
      expect(await codeOf(admin.send('POST', `/v1/admin/users/${accountId}/disable`))).toEqual([400, 'invalid_request'])
    })
  })
})

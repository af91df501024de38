import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { ChatDetail } from '@reviewguide/contracts'
import { noRedisServer } from '@reviewguide/testing'
import { expect, test } from './browser.ts'

/** An answer that outlives the server that writes it, as the person sees it who asked. */

let system: ChildProcess
let up: { url: string; first: number }

const missing = noRedisServer()
if (missing) console.warn(`Skipped: an answer that outlives its server, because ${missing}.`)
test.skip(missing !== null, missing ?? '')

test.beforeAll(async () => {
  test.setTimeout(180_000)
  system = fork(new URL('./processes/two-backends.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  ;[up] = (await once(system, 'message')) as [typeof up]
})
test.afterEach(async () => {
  system.send('again')
  ;[up] = (await once(system, 'message')) as [typeof up]
})
test.afterAll(async () => {
  const ended = once(system, 'exit')
  system.disconnect()
  await ended
})

/** What two forms of a text have in common: the page shows numbers of evidence and bold type in its own way. */
const letters = (texts: string[]) => texts.join(' ').replaceAll(/[^a-z]/gi, '')

for (const [how, signal] of [
  ['killed', 'SIGKILL'],
  ['told to go', 'SIGTERM'],
] as const) {
  test(`the backend is ${how} in the middle of an answer: it is finished, shown once and stored as shown`, async ({
    page,
  }) => {
    await page.goto(up.url)
    await page
      .getByRole('textbox', { name: /question|ask/i })
      .first()
      .fill('compare Tern Sprint and Orso Run')
    await page.keyboard.press('Enter')
    const written = page.locator('.verdict, .prose')
    await expect(written.first()).toContainText(/Tern Sprint|Orso Run/)
    await expect(page.getByText('Ask next')).toHaveCount(0)

    process.kill(up.first, signal)
    // One that is told to go lets go of its readers when another one has the run: the line is back before it is missed.
    if (signal === 'SIGKILL') await expect(page.getByText(/reconnecting/i).first()).toBeAttached()
    await expect(page.getByText('Ask next').last()).toBeVisible({ timeout: 20_000 })
    const shown = await written.allInnerTexts()
    const chatId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const chat = ChatDetail.parse(await (await page.request.get(`${up.url}/v1/chats/${chatId}`)).json())
    expect(chat).toMatchObject({ active: false, messages: [{ role: 'user' }, { role: 'assistant' }] })
    const texts = chat.messages[1]?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])) ?? []
    expect(texts.length).toBeGreaterThan(1)
    expect(letters(shown)).toBe(letters(texts))

    await page.reload()
    await expect(page.getByText('Ask next').last()).toBeVisible()
    expect(await written.allInnerTexts()).toEqual(shown)
  })
}

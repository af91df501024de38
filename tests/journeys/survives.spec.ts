import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { ChatDetail } from '@reviewguide/contracts'
import { expect, test } from './browser.ts'

/** An answer that outlives the server that writes it, as the person sees it who asked. */

let system: ChildProcess
let up: { url: string; first: number }

test.beforeAll(async () => {
  test.setTimeout(180_000)
  system = fork(new URL('./processes/two-backends.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  ;[up] = (await once(system, 'message')) as [typeof up]
})
test.afterAll(async () => {
  const ended = once(system, 'exit')
  system.disconnect()
  await ended
})

test('the backend is killed in the middle of an answer, and the answer is finished, shown once and stored as shown', async ({
  page,
}) => {
  await page.goto(up.url)
  await page
    .getByRole('textbox', { name: /question|ask/i })
    .first()
    .fill('best earbuds for running')
  await page.keyboard.press('Enter')
  const written = page.locator('.verdict, .prose')
  await expect(written.first()).toContainText('Tern Sprint')
  await expect(page.getByText('Ask next')).toHaveCount(0)

  process.kill(up.first, 'SIGKILL')
  await expect(page.getByText(/reconnecting/i).first()).toBeAttached()
  await expect(page.getByText('Ask next').last()).toBeVisible({ timeout: 20_000 })
  const shown = await written.allInnerTexts()
  const chatId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const chat = ChatDetail.parse(await (await page.request.get(`${up.url}/v1/chats/${chatId}`)).json())
  expect(chat).toMatchObject({ active: false, messages: [{ role: 'user' }, { role: 'assistant' }] })
  const [verdict = ''] = chat.messages[1]?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])) ?? []
  expect(shown[0]?.split('Tern Sprint').length).toBe(verdict.split('Tern Sprint').length)

  await page.reload()
  await expect(page.getByText('Ask next').last()).toBeVisible()
  expect(await written.allInnerTexts()).toEqual(shown)
})

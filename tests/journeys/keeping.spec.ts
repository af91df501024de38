import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './browser.ts'

/** What a person does who comes back: keeps an account, changes a question, shows it to others, takes a wish back. */

async function ask(page: Page, question: string): Promise<void> {
  await page
    .getByRole('textbox', { name: /question|ask/i })
    .last()
    .fill(question)
  await page.keyboard.press('Enter')
}

/** The answer has ended when something can be said of it. */
async function answered(page: Page, times = 1): Promise<void> {
  await expect(page.getByRole('button', { name: 'Answer again' })).toHaveCount(times)
}

async function calm(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(over).toBeLessThanOrEqual(0)
}

const chips = (page: Page) => page.getByRole('list', { name: 'Understood as' }).last()

test('who makes an account keeps what was asked before, finds it again after signing in, and signs out of it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('/')
  await ask(page, 'quiet hotel for a family')
  await answered(page)
  const chat = page.url()

  const email = `person-${Date.now()}@example.org`
  await page.goto('/account')
  await calm(page)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('a long enough sentence')
  await page.getByLabel('What to call you').fill('Somebody with a name that is longer than the masthead of a phone')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Somebody/ })).toBeVisible()
  await expect(page.getByText(/Chrom\w+ on Linux/)).toBeVisible()
  await calm(page)
  await page.goto(chat)
  await answered(page)

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await expect(page.getByLabel('Email address')).toBeVisible()
  await page.goto(chat)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  await calm(page)

  await page.goto('/account')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('not the sentence at all')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /do not go together/ })).toBeVisible()
  await page.getByLabel('Password').fill('a long enough sentence')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Somebody/ })).toBeVisible()
  await page.getByRole('button', { name: 'Your questions' }).click()
  await page.getByRole('searchbox').fill('family')
  await page.getByRole('link', { name: /quiet hotel for a family/ }).click()
  await expect(page).toHaveURL(chat)
  await answered(page)
  await context.close()
})

test('a question is asked in other words, and both versions stay to step between, over a reload', async ({ page }) => {
  await page.goto('/')
  await ask(page, 'best earbuds for running')
  await answered(page)
  await page.getByRole('heading', { name: 'best earbuds for running' }).hover()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Your question in other words' }).fill('best earbuds for calls')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 2')).toBeVisible()
  await answered(page)
  await expect(chips(page)).toContainText('call quality')
  await page.getByRole('button', { name: 'Earlier version of the question' }).click()
  await expect(page.getByRole('heading', { name: 'best earbuds for running' })).toBeVisible()
  await expect(chips(page)).toContainText('fit')
  await page.reload()
  await expect(page.getByText('1 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Later version of the question' }).click()
  await expect(page.getByRole('heading', { name: 'best earbuds for calls' })).toBeVisible()
})

test('a shared page is read without a cookie, is no door to the chat, and ends when it is taken back', async ({
  browser,
  baseURL,
  page,
}) => {
  await page.goto('/')
  await ask(page, 'quiet vacuum cleaner')
  await answered(page)
  const chat = new URL(page.url()).pathname
  await page.getByRole('button', { name: /Share or save/ }).click()
  await page.getByRole('menuitem', { name: 'Share as a page' }).click()
  await page.getByRole('button', { name: 'Make the page' }).click()
  const address = await page.getByLabel('Address of the shared page').inputValue()
  await calm(page)

  const stranger = await browser.newContext({ baseURL })
  const reader = await stranger.newPage()
  const reply = await reader.goto(address)
  expect(
    reply?.headers()['x-robots-tag'] ?? (await reader.locator('meta[name=robots]').getAttribute('content')),
  ).toContain('noindex')
  await expect(reader.locator('.verdict')).toBeVisible()
  await expect(reader.getByRole('button', { name: /Edit|Answer again|ask again without it/ })).toHaveCount(0)
  await calm(reader)
  await reader.locator('[data-cite="1"]').first().click()
  await expect(reader.locator('mark').first()).toBeVisible()
  await reader.goto(chat)
  await expect(reader.getByRole('heading', { name: 'Nothing here' })).toBeVisible()

  await page.getByRole('button', { name: 'Stop sharing' }).click()
  await expect(page.getByRole('button', { name: 'Make the page' })).toBeVisible()
  await reader.goto(address)
  await expect(reader.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  await stranger.close()
})

test('what was understood is shown, and each part can be taken back', async ({ page }) => {
  await page.goto('/')
  await ask(page, 'vaccum cleaner for pets under $300')
  await answered(page)
  await expect(chips(page)).toContainText('vacuum cleaners')
  await chips(page)
    .getByRole('button', { name: /under \$300/ })
    .click()
  await answered(page, 2)
  await expect(chips(page)).not.toContainText('$300')
  await expect(chips(page)).toContainText('pets')
  await chips(page).getByRole('button', { name: /^pets/ }).click()
  await answered(page, 3)
  await expect(chips(page)).not.toContainText('pets')
  await expect(page.getByRole('button', { name: /ask again without it/ }).first()).toBeAttached()
  await calm(page)
})

test('a word longer than a phone is wide pushes nothing off its side', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('/')
  await ask(page, `ما هي أفضل earbuds with ${'averyverylongword'.repeat(12)}`)
  await answered(page)
  await calm(page)
  await context.close()
})

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './browser.ts'

/** What a stranger does: opens the page, asks, checks a claim, goes on, comes back. */

async function ask(page: Page, question: string): Promise<void> {
  await page
    .getByRole('textbox', { name: /question|ask/i })
    .first()
    .fill(question)
  await page.keyboard.press('Enter')
}

/** The answer has ended when what to ask next is offered. */
async function answered(page: Page): Promise<void> {
  await expect(page.getByText('Ask next').last()).toBeVisible()
}

async function noSeriousFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('home says what can be asked, and that the sample is invented', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('earbuds', { exact: false }).first()).toBeVisible()
  await expect(page.getByText(/invented/i).first()).toBeVisible()
  await noSeriousFinding(page)
})

test('an address that leads nowhere says so, and leads on', async ({ page }) => {
  await page.goto('/no-such-page')
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible()
  await noSeriousFinding(page)
  await page.getByRole('main').getByRole('link', { name: 'Everything on file' }).click()
  await expect(page).toHaveURL(/\/browse/)
})

test('a question is answered, every citation opens its sentence in the review, and a reload keeps it all', async ({
  page,
}) => {
  await page.goto('/')
  await ask(page, 'best earbuds for running under $100')
  await expect(page).toHaveURL(/\/chat\//)
  await answered(page)
  await expect(page.getByText('Tern Sprint').first()).toBeVisible()

  const citation = page.locator('[data-cite="1"]').first()
  const quote = ((await citation.getAttribute('aria-label')) ?? '').replace(/^Evidence 1: /, '')
  expect(quote.length).toBeGreaterThan(5)
  await citation.click()
  await expect(page.locator('mark').first()).toBeVisible()
  const marked = (await page.locator('mark').allTextContents()).join('')
  expect(marked.replaceAll(/\s+/g, ' ')).toContain(quote.replaceAll(/\s+/g, ' '))
  await noSeriousFinding(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('mark')).toHaveCount(0)

  const written = page.locator('.verdict, .prose')
  const before = await written.allInnerTexts()
  expect(before.join('').length).toBeGreaterThan(200)
  await page.reload()
  await answered(page)
  expect(await written.allInnerTexts()).toEqual(before)
})

test('follow-ups go on from the answer', async ({ page }) => {
  await page.goto('/')
  await ask(page, 'best earbuds for running under $100')
  await answered(page)
  await ask(page, 'cheaper ones?')
  await expect(page.getByRole('heading', { name: 'cheaper ones?' })).toBeVisible()
  await answered(page)
  await expect(page.getByText('Pico One').last()).toBeVisible()
})

test('two items are compared in a table', async ({ page }) => {
  await page.goto('/')
  await ask(page, 'compare Tern Sprint and Orso Run')
  await answered(page)
  const table = page.getByRole('table').first()
  await expect(table).toBeVisible()
  await expect(table.getByText('Orso Run').first()).toBeVisible()
})

test('what the corpus cannot answer is said, with what it can', async ({ page }) => {
  await page.goto('/')
  await ask(page, 'what is the capital of France?')
  await answered(page)
  await expect(page.getByText(/nothing in the reviews here answers that/i).first()).toBeVisible()
  await expect(page.getByText(/laptops/).first()).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`on a phone, ${scheme}: nothing runs off the side, the evidence slides over, no serious finding`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, colorScheme: scheme })
    const page = await context.newPage()
    await page.goto('/')
    await ask(page, 'quiet hotel near the old town for a family')
    await answered(page)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    await noSeriousFinding(page)
    await page.locator('[data-cite="1"]').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await noSeriousFinding(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await context.close()
  })
}

test('the keyboard alone asks, and reaches a citation', async ({ page }) => {
  await page.goto('/')
  await page.locator('body').press('/')
  await page.keyboard.type('is the Tern Sprint any good?')
  await page.keyboard.press('Enter')
  await answered(page)
  await page.locator('[data-cite]').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('mark').first()).toBeVisible()
})

test('an unknown chat says so', async ({ page }) => {
  await page.goto('/chat/00000000-0000-4000-8000-000000000000')
  await expect(page.getByText(/nothing here|not yours|not found/i).first()).toBeVisible()
})

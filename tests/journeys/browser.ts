import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base, chromium as playwrightChromium } from '@playwright/test'
import chromium, { inflate } from '@sparticuz/chromium'

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Browser {
  executablePath: string
  env?: Record<string, string>
}

/** The browser: Debian's where it is installed, else the one that a package brings, with the libraries that a machine without a desktop lacks. */
async function findBrowser(): Promise<Browser> {
  if (existsSync('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium' }
  const archives = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const [executablePath] = await Promise.all([chromium.executablePath(), inflate(join(archives, 'al2023.tar.br'))])
  const libraries = join(tmpdir(), 'al2023', 'lib')
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    executablePath,
    env: { ...inherited, LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') },
  }
}

/** Playwright's test with a browser that needs no download, and pages that open at the running system. */
export const test = base.extend<object, { browser: Awaited<ReturnType<typeof playwrightChromium.launch>> }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const browser = await playwrightChromium.launch({ ...(await findBrowser()), args: browserArguments })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => {
    await use(process.env.REVIEWGUIDE_JOURNEY_URL)
  },
})

export { expect } from '@playwright/test'

import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { publicAddress } from './public-address.ts'

const server = { frontendUrl: 'http://localhost:3700' }

it('is what was named, else where the page is served, else where it usually is', () => {
  expect(publicAddress(readConfig({ PUBLIC_URL: 'https://reviews.example' }), server)).toBe('https://reviews.example')
  expect(publicAddress(readConfig({}), server)).toBe('http://localhost:3700')
  expect(publicAddress(readConfig({}), { frontendUrl: null })).toBe('http://localhost:3000')
  expect(publicAddress(readConfig({ PORT: '3001' }), null)).toBe('http://localhost:3001')
})

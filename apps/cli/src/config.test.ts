import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('nothing set means the usual ports and nothing else', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual({
    backendPort: 8000,
    frontendPort: 3000,
    databaseUrl: undefined,
    redisUrl: undefined,
    dataDir: undefined,
    secretKey: undefined,
    logFormat: 'text',
    publicUrl: 'http://localhost:3000',
  })
})

test('all mistakes are named at once, without the values', () => {
  const wrong = { PORT: '99999', APP_PORT: 'many', DATABASE_URL: 'mysql://me:hidden@host/db' }
  const mistaken = { ...wrong, SECRET_KEY: 'short', LOG_FORMAT: 'xml' }
  expect(() => readConfig(mistaken)).toThrow(/APP_PORT[^]*PORT[^]*DATABASE_URL[^]*SECRET_KEY[^]*LOG_FORMAT/)
  expect(() => readConfig(mistaken)).not.toThrow(/hidden/)
})

test('the address of a database may have the form that the customer uses', () => {
  const url = 'postgresql+asyncpg://me:secret@db:5432/reviews?ssl=require'
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
})

import { expect, test } from 'vitest'
import { environmentNames, readConfig } from './config.ts'

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
    publicUrlIsNamed: false,
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

const wrong: Record<string, string[]> = {
  APP_PORT: ['0', '65536', 'http', '1e3', '80.5'],
  PORT: ['0', '65536', 'http', '0x50'],
  DATABASE_URL: [
    'mysql://me:hunter2@db/x',
    'postgresql://me:hun@ter2@db/x',
    'postgresql://me:hun%ter2@db/x',
    'postgresql://db',
  ],
  REDIS_URL: ['http://cache', 'redis://me:hun@ter2@cache'],
  REDIS_CA: [],
  REVIEWGUIDE_DATA_DIR: [],
  PUBLIC_URL: ['reviews.example', 'ftp://reviews.example'],
  SECRET_KEY: ['short'],
  LOG_FORMAT: ['xml'],
}

test('every variable that is read has its bad values here', () => {
  expect(Object.keys(wrong).toSorted()).toEqual(environmentNames.toSorted())
})

test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
  '%s is refused by name: %j',
  (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The environment has mistakes:\n  ${name}: .+$`))
  },
)

test('blanks and line ends around a value are nothing', () => {
  expect(readConfig({ APP_PORT: ' 9000\r\n', DATABASE_URL: 'postgresql://db/x \n' })).toMatchObject({
    backendPort: 9000,
    databaseUrl: 'postgresql://db/x',
  })
})

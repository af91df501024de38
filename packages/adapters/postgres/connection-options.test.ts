import { expect, test } from 'vitest'
import { connectionOptions } from './connection-options.ts'

test.each(['postgres', 'postgresql', 'postgresql+asyncpg', 'postgresql+psycopg'])('reads %s://', (scheme) => {
  expect(connectionOptions(`${scheme}://me:p%40ss@db.internal:5433/reviews`)).toEqual({
    connectionString: 'postgresql://me:p%40ss@db.internal:5433/reviews',
    ssl: false,
  })
})

test.each([
  ['', false],
  ['?sslmode=disable', false],
  ['?ssl=prefer', false],
  ['?ssl=require', { rejectUnauthorized: false }],
  ['?sslmode=require&application_name=x', { rejectUnauthorized: false }],
  ['?sslmode=verify-full', { ca: undefined }],
])('%s asks for TLS %o', (query, ssl) => {
  const options = connectionOptions(`postgresql://db/reviews${query}`)
  expect(options.ssl).toEqual(ssl)
  expect(options.connectionString).not.toMatch(/ssl/)
})

test("leaves out what tunes the customer's own libraries", () => {
  const url = 'postgresql+asyncpg://db/x?prepared_statement_cache_size=0&ssl=require&application_name=a'
  expect(connectionOptions(url).connectionString).toBe('postgresql://db/x?application_name=a')
})

test('keeps other parameters', () => {
  expect(connectionOptions('postgresql://db/x?ssl=require&options=-c%20a%3Db').connectionString).toContain('options=')
})

test('a wrong address or TLS mode is refused without repeating the password', () => {
  expect(() => connectionOptions('mysql://me:secret@db/x')).toThrow(TypeError)
  expect(() => connectionOptions('mysql://me:secret@db/x')).not.toThrow(/secret/)
  expect(() => connectionOptions('postgresql://me:secret@db/x?sslmode=sometimes')).toThrow(/sslmode "sometimes"/)
})

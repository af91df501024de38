import { expect, test } from 'vitest'
import { createRouteOf } from './route-patterns.ts'

const routeOf = createRouteOf([
  { page: '/', regex: '^/(?:/)?$' },
  { page: '/browse', regex: '^/browse(?:/)?$' },
  { page: '/chat/[chatId]', regex: '^/chat/([^/]+?)(?:/)?$' },
  { page: '/v1/[...path]', regex: '^/v1/(.+?)(?:/)?$' },
])

test('an address is its pattern, without ids and without what was asked for', () => {
  expect(routeOf('/?q=ann')).toBe('/')
  expect(routeOf('/browse?category=ann')).toBe('/browse')
  expect(routeOf('/chat/cht_0123456789?review=rev_1')).toBe('/chat/[chatId]')
  expect(routeOf('/v1/chats/cht_0123456789')).toBe('/v1/[...path]')
  expect(routeOf('/_next/static/chunks/a.js')).toBe('/_next')
  expect(routeOf('/ann@example.com')).toBe('unknown')
  expect(routeOf('')).toBe('unknown')
})

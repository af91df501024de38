import { expect, test } from 'vitest'
import { readServerConfig } from './server-config.ts'

test('nothing set, or set to nothing, means this machine alone and JSON', () => {
  const usual = { port: 3000, hostname: '127.0.0.1', proxyHops: 0, logLevel: 'INFO', logFormat: 'json', tracing: null }
  expect(readServerConfig({})).toEqual(usual)
  expect(readServerConfig({ PORT: '', HOSTNAME: '', FRONTEND_PROXY_HOPS: '', LOG_LEVEL: '', LOG_FORMAT: '' })).toEqual(
    usual,
  )
})

test('variables are taken as they are written in practice', () => {
  const env = { PORT: '0', HOSTNAME: '0.0.0.0', FRONTEND_PROXY_HOPS: '1', LOG_LEVEL: ' warning', LOG_FORMAT: 'Text ' }
  const config = { port: 0, hostname: '0.0.0.0', proxyHops: 1, logLevel: 'WARNING', logFormat: 'text', tracing: null }
  expect(readServerConfig(env)).toEqual(config)
})

test('all mistakes are told at once, without the values', () => {
  const env = {
    PORT: '70000',
    FRONTEND_PROXY_HOPS: '1.5',
    LOG_LEVEL: 'hidden',
    LOG_FORMAT: 'hidden',
    OTEL_TRACES_SAMPLER: 'hidden',
  }
  const read = readServerConfig(env)
  expect(read).toEqual({
    mistakes: ['PORT', 'FRONTEND_PROXY_HOPS', 'LOG_LEVEL', 'LOG_FORMAT', 'OTEL_TRACES_SAMPLER'].map((name) =>
      expect.stringContaining(`${name}: `),
    ),
  })
  expect(JSON.stringify(read)).not.toContain('hidden')
})

import { expect, test } from 'vitest'
import { readServerConfig, serverVariables } from './server-config.ts'

test('nothing set, or set to nothing, means this machine alone and JSON', () => {
  const backendUrl = 'http://127.0.0.1:8000'
  const usual = {
    port: 3000,
    hostname: '127.0.0.1',
    proxyHops: 0,
    backendUrl,
    logLevel: 'INFO',
    logFormat: 'json',
    tracing: null,
  }
  expect(readServerConfig({})).toEqual(usual)
  for (const empty of ['', ' ', '\n'])
    expect(readServerConfig(Object.fromEntries(serverVariables.map((name) => [name, empty])))).toEqual(usual)
})

test('variables are taken as they are written in practice', () => {
  const backendUrl = 'http://backend.example'
  const env = {
    PORT: '0 ',
    HOSTNAME: ' 0.0.0.0',
    FRONTEND_PROXY_HOPS: '1',
    BACKEND_URL: `${backendUrl}\r\n`,
    LOG_LEVEL: ' warning',
    LOG_FORMAT: 'Text ',
  }
  const config = {
    port: 0,
    hostname: '0.0.0.0',
    proxyHops: 1,
    backendUrl,
    logLevel: 'WARNING',
    logFormat: 'text',
    tracing: null,
  }
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

const wrong: Record<(typeof serverVariables)[number], string[]> = {
  PORT: ['http', '-1', '65536', '80.5', '0x50', '1e3', 'NaN'],
  HOSTNAME: ['http://host', 'host:3000', '0.0.0.0:3000', 'two words'],
  FRONTEND_PROXY_HOPS: ['one', '-1', '1.5', '101'],
  LOG_LEVEL: ['loud', '3'],
  LOG_FORMAT: ['xml', '{}'],
  BACKEND_URL: [
    'backend:8000',
    'ftp://backend',
    'http://',
    'http://backend/path',
    'http://me:hunter2@backend',
    'http://b:port',
  ],
}

test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
  'is refused for %s: %j',
  (name, value) => {
    expect(readServerConfig({ [name]: value })).toEqual({ mistakes: [expect.stringContaining(`${name}: expected`)] })
  },
)

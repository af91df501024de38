import { expect, test } from 'vitest'
import { loginOf } from './database-login.ts'
import { fillSecret } from './fill-secret.ts'

const at = { databaseHost: 'db.example', replicaHost: null, redisHost: 'redis.example', redisUser: 'reviewguide' }
const born = { REDIS_PASSWORD: 'r3dis' }

test('a secret that was just born gets every key, and the database a login to learn', () => {
  const { keys, newLogin } = fillSecret(born, at)
  expect(Object.keys(keys).sort()).toEqual([
    'DATABASE_URL',
    'OPENAI_API_KEY',
    'REDIS_PASSWORD',
    'REDIS_URL',
    'SECRET_KEY',
  ])
  expect(keys.SECRET_KEY).toMatch(/^[0-9a-f]{64}$/)
  expect(keys.OPENAI_API_KEY).toBe('')
  expect(keys.REDIS_URL).toBe('rediss://reviewguide:r3dis@redis.example:6379/0')
  expect(keys.DATABASE_URL).toMatch(
    /^postgresql\+asyncpg:\/\/reviewguide_a:[0-9a-f]{48}@db\.example:5432\/postgres\?sslmode=verify-full$/,
  )
  expect(newLogin).toEqual(loginOf(keys.DATABASE_URL ?? ''))
})

test('what is there stays, and a second filling changes nothing', () => {
  const first = fillSecret(born, at).keys
  const withKey = { ...first, OPENAI_API_KEY: 'sk-people-put-it-in', OTHER: 'kept' }
  expect(fillSecret(withKey, at)).toEqual({ keys: withKey, newLogin: null })
})

test('addresses follow what they lead to, with the login that runs', () => {
  const first = fillSecret(born, at).keys
  const { keys, newLogin } = fillSecret(first, { ...at, databaseHost: 'new.example', replicaHost: 'read.example' })
  expect(newLogin).toBeNull()
  expect(keys.DATABASE_URL).toBe(first.DATABASE_URL?.replace('db.example', 'new.example'))
  expect(keys.DATABASE_REPLICA_URL).toBe(first.DATABASE_URL?.replace('db.example', 'read.example'))
  expect(fillSecret(keys, at).keys).not.toHaveProperty('DATABASE_REPLICA_URL')
})

import { randomBytes } from 'node:crypto'
import { databaseUrl, type Login, loginOf, nextLogin } from './database-login.ts'
import type { SecretKeys } from './secret-store.ts'

/** Where things stand that the secret's addresses lead to. */
export interface Addresses {
  databaseHost: string
  replicaHost: string | null
  redisHost: string
  redisUser: string
}

/**
 * The secret's keys with those added that were missing and the addresses as they are now. What is there stays: a key that people put in, the key that
 * signs cookies, the login that runs. `newLogin` is set when the database has to learn of one.
 */
export function fillSecret(keys: SecretKeys, at: Addresses): { keys: SecretKeys; newLogin: Login | null } {
  const newLogin = keys.DATABASE_URL ? null : nextLogin(undefined)
  const login = newLogin ?? loginOf(keys.DATABASE_URL ?? '')
  const { DATABASE_REPLICA_URL: _, ...kept } = keys
  return {
    keys: {
      // ECS starts no task when a key that it names is missing; an empty one counts as not set.
      OPENAI_API_KEY: '',
      SECRET_KEY: randomBytes(32).toString('hex'),
      ...kept,
      DATABASE_URL: databaseUrl(login, at.databaseHost),
      ...(at.replicaHost && { DATABASE_REPLICA_URL: databaseUrl(login, at.replicaHost) }),
      REDIS_URL: `rediss://${at.redisUser}:${keys.REDIS_PASSWORD}@${at.redisHost}:6379/0`,
    },
    newLogin,
  }
}

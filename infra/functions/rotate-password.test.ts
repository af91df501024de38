import { expect, test, vi } from 'vitest'
import { loginOf } from './database-login.ts'
import { type RotationPorts, type RotationStep, rotatePassword } from './rotate-password.ts'
import { secretInMemory } from './secret-in-memory.ts'

const steps: RotationStep[] = ['createSecret', 'setSecret', 'testSecret', 'finishSecret']
const url = 'postgresql+asyncpg://reviewguide_a:old@db.example:5432/postgres?sslmode=verify-full'

function ports(keys: Record<string, string>) {
  const secret = secretInMemory(keys)
  const logins = new Map<string, string>()
  return {
    secret,
    logins,
    prepareLogin: vi.fn<RotationPorts['prepareLogin']>(async ({ user, password }) => void logins.set(user, password)),
    tryLogin: vi.fn<RotationPorts['tryLogin']>(async ({ user, password }) => {
      if (logins.get(user) !== password) throw new Error('password authentication failed')
    }),
    renewTasks: vi.fn<RotationPorts['renewTasks']>(async () => {}),
  }
}

test('the other role gets a new password, and everything else stays', async () => {
  const world = ports({ DATABASE_URL: url, DATABASE_REPLICA_URL: url.replace('db.', 'read.'), SECRET_KEY: 'kept' })
  for (const step of steps) await rotatePassword(step, 'token', world)

  const keys = await world.secret.current()
  const login = loginOf(keys.DATABASE_URL ?? '')
  expect(login.user).toBe('reviewguide_b')
  expect(keys).toEqual({
    DATABASE_URL: url.replace('reviewguide_a:old', `reviewguide_b:${login.password}`),
    DATABASE_REPLICA_URL: url.replace('reviewguide_a:old@db.', `reviewguide_b:${login.password}@read.`),
    SECRET_KEY: 'kept',
  })
  expect(world.logins).toEqual(new Map([['reviewguide_b', login.password]]))
})

test('the two take turns', async () => {
  const world = ports({ DATABASE_URL: url })
  const users: string[] = []
  for (const token of ['one', 'two', 'three']) {
    for (const step of steps) await rotatePassword(step, token, world)
    users.push(loginOf((await world.secret.current()).DATABASE_URL ?? '').user)
  }
  expect(users).toEqual(['reviewguide_b', 'reviewguide_a', 'reviewguide_b'])
})

test('each step may be asked for twice', async () => {
  const world = ports({ DATABASE_URL: url })
  for (const step of steps) {
    await rotatePassword(step, 'token', world)
    await rotatePassword(step, 'token', world)
  }
  expect(world.secret.versions.size).toBe(2)
  expect(world.logins.get('reviewguide_b')).toBe(loginOf((await world.secret.current()).DATABASE_URL ?? '').password)
})

test('tasks are renewed at the end and not before', async () => {
  const world = ports({ DATABASE_URL: url })
  for (const step of steps.slice(0, 3)) await rotatePassword(step, 'token', world)
  expect(world.renewTasks).not.toHaveBeenCalled()
  expect((await world.secret.current()).DATABASE_URL).toBe(url)
  await rotatePassword('finishSecret', 'token', world)
  expect(world.renewTasks).toHaveBeenCalledOnce()
})

test('a login that does not work stops the rotation where everybody still has the old one', async () => {
  const world = ports({ DATABASE_URL: url })
  await rotatePassword('createSecret', 'token', world)
  await expect(rotatePassword('testSecret', 'token', world)).rejects.toThrow('password authentication failed')
  expect((await world.secret.current()).DATABASE_URL).toBe(url)
})

test('a secret without an address is no secret to rotate', async () => {
  await expect(rotatePassword('createSecret', 'token', ports({}))).rejects.toThrow('no DATABASE_URL')
})

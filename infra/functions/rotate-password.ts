import { type Login, loginOf, nextLogin, withLogin } from './database-login.ts'
import type { SecretStore } from './secret-store.ts'

/** What a rotation needs of the world. */
export interface RotationPorts {
  secret: SecretStore
  /** Lets the role log in with this password from now on. */
  prepareLogin(login: Login): Promise<void>
  /** Throws when the login does not work. */
  tryLogin(login: Login): Promise<void>
  /** Starts new tasks in place of the running ones, which still hold the login before this one. */
  renewTasks(): Promise<void>
}

/** The steps in which Secrets Manager asks for a rotation. Each may be asked for again. */
export type RotationStep = 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret'

/**
 * One step of a rotation in which two roles take turns. Tasks that run keep their login, which stays valid until the next rotation, and are
 * replaced at the end of this one; so none ever holds a login that does not work.
 */
export async function rotatePassword(step: RotationStep, token: string, ports: RotationPorts): Promise<void> {
  const { secret } = ports
  if (step === 'createSecret') {
    if (await secret.pending(token)) return
    const keys = await secret.current()
    const login = nextLogin(keys.DATABASE_URL)
    await secret.prepare(token, { ...keys, ...withNewLogin(keys, login) })
    return
  }

  const { DATABASE_URL } = (await secret.pending(token)) ?? {}
  if (step === 'finishSecret') {
    await secret.promote(token)
    await ports.renewTasks()
    return
  }
  if (!DATABASE_URL) throw new Error('Nothing was prepared under this token')
  if (step === 'setSecret') await ports.prepareLogin(loginOf(DATABASE_URL))
  else await ports.tryLogin(loginOf(DATABASE_URL))
}

function withNewLogin(keys: Record<string, string>, login: Login): Record<string, string> {
  const urls = Object.entries(keys).filter(([name]) => name === 'DATABASE_URL' || name === 'DATABASE_REPLICA_URL')
  if (urls.length === 0) throw new Error('The secret has no DATABASE_URL yet')
  return Object.fromEntries(urls.map(([name, url]) => [name, withLogin(url, login)]))
}

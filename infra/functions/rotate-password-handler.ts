import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { SecretsManagerRotationEvent } from 'aws-lambda'
import { connectDatabase } from './connect-database.ts'
import { prepareLogin } from './database-roles.ts'
import { rotatePassword } from './rotate-password.ts'
import { openSecret } from './secret-store.ts'

const ecs = new ECSClient()

/** What the function is told by its environment. */
function told(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** Called by Secrets Manager, once for each step of a rotation. */
export async function handler(event: SecretsManagerRotationEvent): Promise<void> {
  const host = told('DATABASE_HOST')
  await rotatePassword(event.Step, event.ClientRequestToken, {
    secret: openSecret(event.SecretId),
    async prepareLogin(login) {
      const { username = '', password = '' } = await openSecret(told('ADMINISTRATOR_ARN')).current()
      const administrator = await connectDatabase(host, username, password)
      try {
        await prepareLogin(administrator, login)
      } finally {
        await administrator.end()
      }
    },
    async tryLogin({ user, password }) {
      const client = await connectDatabase(host, user, password)
      await client.end()
    },
    async renewTasks() {
      await ecs.send(
        new UpdateServiceCommand({ cluster: told('CLUSTER'), service: told('SERVICE'), forceNewDeployment: true }),
      )
    },
  })
}

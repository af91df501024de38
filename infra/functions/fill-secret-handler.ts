import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { connectDatabase } from './connect-database.ts'
import { prepareLogin } from './database-roles.ts'
import { type Addresses, fillSecret } from './fill-secret.ts'
import { openSecret } from './secret-store.ts'

type Properties = Addresses & { secretArn: string; administratorArn: string }

/** Called when the stack is made or changes: adds to the secret what it lacks. What it leaves behind belongs to the secret and the database. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<{ PhysicalResourceId: string }> {
  const at = event.ResourceProperties as unknown as Properties
  const result = { PhysicalResourceId: `${at.secretArn}#keys` }
  if (event.RequestType === 'Delete') return result

  const secret = openSecret(at.secretArn)
  const before = await secret.current()
  const { keys, newLogin } = fillSecret(before, { ...at, replicaHost: at.replicaHost || null })
  if (newLogin) {
    const { username = '', password = '' } = await openSecret(at.administratorArn).current()
    const administrator = await connectDatabase(at.databaseHost, username, password)
    try {
      await prepareLogin(administrator, newLogin)
    } finally {
      await administrator.end()
    }
  }
  if (JSON.stringify(sorted(keys)) !== JSON.stringify(sorted(before))) await secret.replace(keys)
  return result
}

const sorted = (keys: Record<string, string>) => Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1))

import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'

/** A secret that is a JSON object of strings. */
export type SecretKeys = Record<string, string>

/** The versions of one secret. `AWSCURRENT` is what everybody reads, `AWSPENDING` what a rotation prepares under its token. */
export interface SecretStore {
  current(): Promise<SecretKeys>
  /** What was prepared under the token; null when nothing was. */
  pending(token: string): Promise<SecretKeys | null>
  prepare(token: string, keys: SecretKeys): Promise<void>
  /** Makes what was prepared current. Doing it again changes nothing. */
  promote(token: string): Promise<void>
  /** Writes a new current version at once. */
  replace(keys: SecretKeys): Promise<void>
}

const client = new SecretsManagerClient()

/** The secret of this name or ARN in Secrets Manager. */
export function openSecret(id: string): SecretStore {
  const read = async (stage: string, token?: string) => {
    const answer = await client.send(
      new GetSecretValueCommand({ SecretId: id, VersionStage: stage, ...(token && { VersionId: token }) }),
    )
    return JSON.parse(answer.SecretString ?? '{}') as SecretKeys
  }

  return {
    current: () => read('AWSCURRENT'),
    async pending(token) {
      try {
        return await read('AWSPENDING', token)
      } catch (cause) {
        if (cause instanceof ResourceNotFoundException) return null
        throw cause
      }
    },
    async prepare(token, keys) {
      await client.send(
        new PutSecretValueCommand({
          SecretId: id,
          ClientRequestToken: token,
          SecretString: JSON.stringify(keys),
          VersionStages: ['AWSPENDING'],
        }),
      )
    },
    async promote(token) {
      const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: id }))
      const current = Object.keys(VersionIdsToStages).find((version) =>
        VersionIdsToStages[version]?.includes('AWSCURRENT'),
      )
      if (current === token) return
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: id,
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: token,
          RemoveFromVersionId: current,
        }),
      )
    },
    async replace(keys) {
      await client.send(new PutSecretValueCommand({ SecretId: id, SecretString: JSON.stringify(keys) }))
    },
  }
}

import { RemovalPolicy } from 'aws-cdk-lib'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { StageName } from '../settings/stage-settings.ts'

/** The keys of the secret, which are also the names of the backend's variables. */
export type SecretKey = 'SECRET_KEY' | 'DATABASE_URL' | 'DATABASE_REPLICA_URL' | 'REDIS_URL' | 'OPENAI_API_KEY'

/**
 * `reviewguide/production`: all that the backend is told in confidence. It is born with a password for Redis; `SecretFilling` adds the other keys,
 * the database's password is rotated, and people put `OPENAI_API_KEY` in. CloudFormation must never write it again, so what stands here never changes.
 */
export class ServiceSecret extends Construct {
  readonly secret: secretsmanager.Secret
  readonly redisUser = 'reviewguide'

  constructor(scope: Construct, id: string, { stage }: { stage: StageName }) {
    super(scope, id)
    this.secret = new secretsmanager.Secret(this, 'Secret', {
      secretName: `reviewguide/${stage}`,
      description: 'What the backend of ReviewGuide is told in confidence',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'REDIS_PASSWORD',
        // It becomes part of a URL.
        excludePunctuation: true,
        passwordLength: 64,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  /** Resolved while CloudFormation works: it stands in no template. */
  redisPassword(): string {
    return this.secret.secretValueFromJson('REDIS_PASSWORD').unsafeUnwrap()
  }

  /** The keys as ECS hands them to a container. */
  forTask(...keys: SecretKey[]): Record<string, ecs.Secret> {
    return Object.fromEntries(keys.map((key) => [key, ecs.Secret.fromSecretsManager(this.secret, key)]))
  }
}

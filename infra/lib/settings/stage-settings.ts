import { isIP } from 'node:net'
import { z } from 'zod'
import { flag, trimmed, whole } from './words.ts'

const name = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/

/** Private (RFC 1918), and with room for a subnet of each kind in three zones. */
const isNetwork = (text: string) =>
  /^(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.[\d.]+\/(?:1[6-9]|2[01])$/.test(text) &&
  isIP(text.split('/')[0] ?? '') === 4

/** OpenTelemetry's names of the ways to choose what is traced. */
const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

/** What differs by default between the stages. Production outlives a zone; staging costs as little as it can. */
export const stageDefaults = {
  production: {
    natGateways: 'each-zone',
    vpcCidr: '10.0.0.0/16',
    backend: { cpu: 1024, memory: 2048, tasks: 2 },
    frontend: { cpu: 512, memory: 1024, tasks: 2 },
    database: { instance: 't4g.medium', storageGb: 50, multiAz: true, backupDays: 14 },
    redis: { node: 'db.t4g.small', replicas: 1 },
  },
  staging: {
    natGateways: 'one',
    vpcCidr: '10.1.0.0/16',
    backend: { cpu: 512, memory: 1024, tasks: 1 },
    frontend: { cpu: 256, memory: 512, tasks: 1 },
    database: { instance: 't4g.small', storageGb: 20, multiAz: false, backupDays: 3 },
    redis: { node: 'db.t4g.small', replicas: 0 },
  },
} as const

export type StageName = keyof typeof stageDefaults

/** The variables of one stage with its defaults. */
export function stageVariables(stage: StageName) {
  const usual = stageDefaults[stage]
  const service = (of: { cpu: number; memory: number; tasks: number }) => ({
    cpu: trimmed(whole(1, 999_999).default(of.cpu)),
    memory: trimmed(whole(1, 999_999).default(of.memory)),
    tasks: trimmed(whole(1, 1000).default(of.tasks)),
    most: trimmed(whole(1, 1000).default(of.tasks * 5)),
  })
  const backend = service(usual.backend)
  const frontend = service(usual.frontend)
  return z.object({
    // `latest` moves: a deployment could neither be told from the one before nor taken back.
    IMAGE_TAG: trimmed(
      z
        .string('is not set')
        .regex(/^[\w][\w.-]{0,127}$/, 'expected an image tag')
        .refine((tag) => tag !== 'latest', 'expected a version or a commit, which never move; latest does'),
    ),
    ZONES: trimmed(whole(2, 3).default(2)),
    NAT_GATEWAYS: trimmed(z.enum(['one', 'each-zone'], 'expected one or each-zone').default(usual.natGateways)),
    VPC_CIDR: trimmed(z.string().refine(isNetwork, 'expected a private network of /16 to /21').default(usual.vpcCidr)),
    BACKEND_CPU: backend.cpu,
    BACKEND_MEMORY: backend.memory,
    BACKEND_TASKS: backend.tasks,
    BACKEND_TASKS_MOST: backend.most,
    FRONTEND_CPU: frontend.cpu,
    FRONTEND_MEMORY: frontend.memory,
    FRONTEND_TASKS: frontend.tasks,
    FRONTEND_TASKS_MOST: frontend.most,
    DATABASE_INSTANCE: trimmed(
      z
        .string()
        .regex(/^[a-z]\w+\.\w+$/, 'expected an instance type such as t4g.medium')
        .default(usual.database.instance),
    ),
    DATABASE_STORAGE_GB: trimmed(whole(20, 16_384).default(usual.database.storageGb)),
    DATABASE_MULTI_AZ: trimmed(flag.default(usual.database.multiAz)),
    DATABASE_READ_REPLICA: trimmed(flag.default(false)),
    DATABASE_BACKUP_DAYS: trimmed(whole(1, 35).default(usual.database.backupDays)),
    REDIS_NODE: trimmed(
      z
        .string()
        .regex(/^db\.\w+\.\w+$/, 'expected a node type such as db.t4g.small')
        .default(usual.redis.node),
    ),
    REDIS_SHARDS: trimmed(whole(1, 500).default(1)),
    REDIS_REPLICAS: trimmed(whole(0, 5).default(usual.redis.replicas)),
    BACKEND_LOAD_BALANCER: trimmed(
      z.enum(['internet-facing', 'internal'], 'expected internet-facing or internal').default('internet-facing'),
    ),
    BACKEND_CERTIFICATE_ARN: trimmed(z.string().optional()),
    BACKEND_DOMAIN: trimmed(z.string().regex(name, 'expected a host name').optional()),
    FRONTEND_CERTIFICATE_ARN: trimmed(z.string().optional()),
    LOG_LEVEL: trimmed(z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']).default('WARNING')),
    LOG_FORMAT: trimmed(z.enum(['json', 'text'], 'expected json or text').default('json')),
    // A container may take 120 seconds to stop on Fargate, and closing takes some beyond the grace.
    SHUTDOWN_GRACE: trimmed(whole(0, 100).default(60)),
    // No group lets anybody in there: who is to ask comes with an opening of its own.
    METRICS_PORT: trimmed(
      whole(1024, 65_535)
        .refine((port) => port !== 8000, 'expected another port than the backend’s')
        .optional(),
    ),
    // The frontend's group lets out 443 alone.
    OTEL_EXPORTER_OTLP_ENDPOINT: trimmed(
      z
        .string()
        .regex(/^https:\/\/[\w.-]+(?::443)?(?:\/\S*)?$/, 'expected https://… on port 443, the one that tasks may call')
        .optional(),
    ),
    OTEL_TRACES_SAMPLER: trimmed(z.enum(samplers, `expected one of ${samplers.join(', ')}`).optional()),
    OTEL_TRACES_SAMPLER_ARG: trimmed(
      z
        .string()
        .regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/, 'expected a number from 0 to 1')
        .optional(),
    ),
    ALARM_EMAIL: trimmed(z.email('expected an e-mail address').optional()),
  })
}

/** One stage's settings, by the names of their variables. */
export type StageSettings = z.infer<ReturnType<typeof stageVariables>> & { stage: StageName; region: string }

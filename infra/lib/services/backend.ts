import type { Construct } from 'constructs'
import type { ServiceSecret } from '../data/service-secret.ts'
import { tracingEnvironment } from './telemetry.ts'
import { WebService, type WebServiceProps } from './web-service.ts'

/** Beyond the grace, the backend takes 2.5 seconds to close; the rest is for a slow machine. */
const CLOSING_SECONDS = 15

type Props = Pick<
  WebServiceProps,
  'settings' | 'watch' | 'cluster' | 'repository' | 'securityGroup' | 'loadBalancer'
> & {
  secret: ServiceSecret
  /** Networks and addresses whose word for who the client is the backend takes. */
  trustedProxies: string[]
}

/** The backend: port 8000, its environment and secrets as on the customer's page. */
export function createBackend(scope: Construct, { secret, trustedProxies, ...given }: Props): WebService {
  const { settings } = given
  return new WebService(scope, 'Backend', {
    ...given,
    name: 'reviewguide-backend',
    port: 8000,
    healthCheckPath: '/health',
    size: { cpu: settings.BACKEND_CPU, memory: settings.BACKEND_MEMORY },
    tasks: { least: settings.BACKEND_TASKS, most: settings.BACKEND_TASKS_MOST },
    // Thirty a second, all of them questions, take some 40 % of a virtual CPU: docs/scaling.md. Cheaper ones are left to the CPU to tell.
    requestsPerTask: 1800,
    environment: {
      // In every stage: staging is there to run what production runs.
      ENV: 'production',
      DEBUG: 'false',
      APP_PORT: '8000',
      LOG_LEVEL: settings.LOG_LEVEL,
      LOG_FORMAT: settings.LOG_FORMAT,
      SHUTDOWN_GRACE: String(settings.SHUTDOWN_GRACE),
      TRUSTED_PROXIES: trustedProxies.join(','),
      ...(settings.METRICS_PORT !== undefined && { METRICS_PORT: String(settings.METRICS_PORT) }),
      ...tracingEnvironment(settings),
    },
    secrets: secret.forTask(
      'SECRET_KEY',
      'DATABASE_URL',
      'REDIS_URL',
      'OPENAI_API_KEY',
      ...(settings.DATABASE_READ_REPLICA ? (['DATABASE_REPLICA_URL'] as const) : []),
    ),
    stopSeconds: settings.SHUTDOWN_GRACE + CLOSING_SECONDS,
    // A stream's headers come at once; a page of items takes some hundred milliseconds.
    slowSeconds: 2,
  })
}

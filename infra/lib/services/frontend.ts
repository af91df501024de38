import type { Construct } from 'constructs'
import { tracingEnvironment } from './telemetry.ts'
import { WebService, type WebServiceProps } from './web-service.ts'

type Props = Pick<
  WebServiceProps,
  'settings' | 'watch' | 'cluster' | 'repository' | 'securityGroup' | 'loadBalancer'
> & {
  /** Where it passes `/v1` on to. */
  backendUrl: string
}

/** The frontend: port 3000, told where the backend is and nothing else; it has no secrets. */
export function createFrontend(scope: Construct, { backendUrl, ...given }: Props): WebService {
  const { settings } = given
  return new WebService(scope, 'Frontend', {
    ...given,
    name: 'reviewguide-frontend',
    port: 3000,
    healthCheckPath: '/',
    size: { cpu: settings.FRONTEND_CPU, memory: settings.FRONTEND_MEMORY },
    tasks: { least: settings.FRONTEND_TASKS, most: settings.FRONTEND_TASKS_MOST },
    // Fifty a second: pages, their parts and what is passed on, several for each one that the backend sees. Half a virtual CPU does them at 55 %: docs/scaling.md.
    requestsPerTask: 3000,
    environment: {
      NODE_ENV: 'production',
      PORT: '3000',
      HOSTNAME: '0.0.0.0',
      BACKEND_URL: backendUrl,
      // Its load balancer, which writes the client's address last.
      FRONTEND_PROXY_HOPS: '1',
      LOG_LEVEL: settings.LOG_LEVEL,
      LOG_FORMAT: settings.LOG_FORMAT,
      ...tracingEnvironment(settings),
    },
    stopSeconds: 30,
    slowSeconds: 2,
  })
}

/** Seconds that the backend may take to end its answers: `SHUTDOWN_GRACE`. */
export const SHUTDOWN_GRACE = 60

/** Seconds after the grace that a task's `stopTimeout` still leaves to the backend, and that the frontend has in all. */
export const CLOSING_SECONDS = { backend: 15, frontend: 30 }

/** What the task definitions of `infra/lib/services/` write into the containers' environment; a test of `infra/` compares the names. */
export const taskEnvironment = {
  backend: {
    ENV: 'production',
    DEBUG: 'false',
    APP_PORT: '8000',
    LOG_LEVEL: 'WARNING',
    LOG_FORMAT: 'json',
    SHUTDOWN_GRACE: String(SHUTDOWN_GRACE),
    TRUSTED_PROXIES: '127.0.0.1/32',
  },
  migrations: { ENV: 'production' },
  frontend: {
    NODE_ENV: 'production',
    PORT: '3000',
    HOSTNAME: '0.0.0.0',
    BACKEND_URL: 'http://127.0.0.1:8000',
    FRONTEND_PROXY_HOPS: '1',
    LOG_LEVEL: 'WARNING',
    LOG_FORMAT: 'json',
  },
}

/** The command of the one-off task that comes before a version takes traffic. */
export const migrationsCommand = ['node', 'apps/cli/bin/reviewguide.mjs', 'migrate']

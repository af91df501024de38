import list from './prices.json' with { type: 'json' }
import type { Size } from './sizes.ts'

const HOURS = 730

/** Measured of an answer, in kB: what goes out to the browser with its share of pages, what Redis is written, and the lines that both services log. */
const OUT_KB = 35
const REDIS_KB = 40
const LOG_KB = 2

/** Tasks follow the load from a fifth of the peak to the peak: paid for the mean, with some that are always more than needed. */
const MEAN_OF_PEAK = 0.4

/** GB and new connections that a load balancer's capacity unit stands for, by the hour and by the second; bytes are what counts here. */
const GB_PER_UNIT_HOUR = 1

const ENDPOINTS = 4
const ZONES = 2
const LOAD_BALANCERS = 2

/** What a size costs a month in US dollars, by part, in ca-central-1. Throws for an instance whose price is not listed. */
export function monthlyCost(size: Size): Record<'tasks' | 'database' | 'redis' | 'network' | 'logs' | 'total', number> {
  const { backend, frontend, database, redis, natGateways, answers } = size
  const gb = (kb: number) => answers * kb
  const share = backend.tasks > 2 ? MEAN_OF_PEAK : 1
  const hourOf = ({ tasks, vcpu, gb: memory }: Size['backend']) =>
    tasks * (vcpu * price('fargateVcpuHour') + memory * price('fargateGbHour'))
  const parts = {
    tasks: (hourOf(backend) + hourOf(frontend)) * share * HOURS,
    database:
      database.instances *
      (price(`databaseHour ${database.instance}`) * HOURS + database.storageGb * price('databaseGbMonth')),
    redis: redis.nodes * price(`redisHour ${redis.node}`) * HOURS + gb(REDIS_KB) * price('redisGbWritten'),
    network:
      LOAD_BALANCERS * price('loadBalancerHour') * HOURS +
      ((LOAD_BALANCERS * gb(OUT_KB)) / GB_PER_UNIT_HOUR) * price('loadBalancerUnitHour') +
      natGateways * price('natHour') * HOURS +
      ENDPOINTS * ZONES * price('endpointHour') * HOURS +
      // The page reaches the backend over its load balancer's public name.
      gb(OUT_KB) * price('natGb') +
      gb(OUT_KB) * price('outGb'),
    logs: gb(LOG_KB) * price('logGb'),
  }
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0)
  return { ...parts, total }
}

/** In US dollars, in ca-central-1. */
function price(name: string): number {
  const { usd } = (list.prices as Record<string, { usd: number } | undefined>)[name] ?? {}
  if (usd === undefined) throw new Error(`There is no price of ${name} in prices.json`)
  return usd * list.regionFactor
}

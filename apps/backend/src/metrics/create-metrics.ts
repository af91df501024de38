import type { LimitKind } from '@reviewguide/contracts'
import type { StageReport } from '@reviewguide/workflow'
import type { RunReport } from '@reviewguide/workflow/runs'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { StreamStats } from '../http/event-stream.ts'
import { type QueueWatched, registerQueueGauges } from './queue-gauges.ts'

/** Caches whose use is counted. */
export type CacheName = 'search' | 'chat_history' | 'sessions'

export interface RequestSeen {
  method: string
  /** The route's pattern, never an address. */
  route: string
  status: number
  seconds: number
}

export type Metrics = ReturnType<typeof createMetrics>

/** Seconds. A page is read in some milliseconds; a stream ends within ten seconds without a model and sixty with one. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** Stages take from a fraction of a millisecond to their budget of two seconds; a model's may take longer. */
const stageDurations = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 30]

/** Any client may make up a method; a label has these values and `other`. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * What Prometheus is told. Every label has a closed set of values, named in the code or in the table of routes: nothing that a client sends can make a new series.
 * Names and meanings stand in `docs/operations.md`.
 */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({
    name: 'reviewguide_http_requests_total',
    help: 'Requests that are over, by method, pattern of the route and class of the status.',
    labelNames,
    registers,
  })
  const requestSeconds = new Histogram({
    name: 'reviewguide_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer; of a stream, to its end.',
    labelNames,
    buckets: durations,
    registers,
  })
  const streamsOpen = new Gauge({
    name: 'reviewguide_streams_open',
    help: 'Streams of events that are being sent.',
    registers,
  })
  const firstText = new Histogram({
    name: 'reviewguide_first_text_seconds',
    help: 'From the arrival of a question to the first text of its answer.',
    buckets: durations,
    registers,
  })
  const stageSeconds = new Histogram({
    name: 'reviewguide_stage_duration_seconds',
    help: 'Time that a stage took, by stage and outcome: done, skipped, late, failed, cut_short.',
    labelNames: ['stage', 'outcome'],
    buckets: stageDurations,
    registers,
  })
  const runSeconds = new Histogram({
    name: 'reviewguide_run_duration_seconds',
    help: 'From a question to the end of its run, by its outcome: that of the answer, failed, or handed_over to another backend.',
    labelNames: ['outcome'],
    buckets: durations,
    registers,
  })
  const lookups = new Counter({
    name: 'reviewguide_cache_lookups_total',
    help: 'Looks into a cache (search, chat_history, sessions), by result: hit or miss.',
    labelNames: ['cache', 'result'],
    registers,
  })
  const requestsRefused = new Counter({
    name: 'reviewguide_requests_refused_total',
    help: 'Requests over a limit, by whom it is of (kind) and what it counts (use: any, ask).',
    labelNames: ['kind', 'use'],
    registers,
  })
  const runsRefused = new Counter({
    name: 'reviewguide_runs_refused_total',
    help: 'Questions that started no run, by reason.',
    labelNames: ['reason'],
    registers,
  })

  return {
    contentType: registry.contentType,
    /** All metrics in Prometheus' text format. */
    text: () => registry.metrics(),

    /** Adds what is read at the moment when somebody asks. */
    watch: (watched: QueueWatched) => registerQueueGauges(registry, watched),

    requestEnded({ method, route, status, seconds }: RequestSeen) {
      const labels = {
        method: methods.has(method) ? method : 'other',
        route,
        status: `${Math.floor(status / 100)}xx`,
      }
      requests.inc(labels)
      requestSeconds.observe(labels, seconds)
    },

    /** To be called as a stream opens; the function that it gives, as it ends. `asked`: it is a question's, not one that is read again. */
    streamOpened(asked: boolean): (stats: Pick<StreamStats, 'firstTextMs'>) => void {
      streamsOpen.inc()
      return ({ firstTextMs }) => {
        streamsOpen.dec()
        if (asked && firstTextMs !== null) firstText.observe(firstTextMs / 1000)
      }
    },

    stageEnded({ stage, outcome, ms }: StageReport) {
      stageSeconds.observe({ stage, outcome }, ms / 1000)
    },

    runEnded({ outcome, ms }: Pick<RunReport, 'outcome' | 'ms'>) {
      runSeconds.observe({ outcome: outcome.replaceAll(' ', '_') }, ms / 1000)
    },

    /** Counts the looks into one cache. */
    lookupsOf:
      (cache: CacheName) =>
      (hit: boolean): void =>
        lookups.inc({ cache, result: hit ? 'hit' : 'miss' }),

    requestRefused: (kind: LimitKind, use: string): void => requestsRefused.inc({ kind, use }),

    runRefused: (reason: string): void => runsRefused.inc({ reason }),
  }
}

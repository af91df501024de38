/** A size of the system: what runs, and what it is asked. */
export interface Size {
  name: string
  /** Tasks at the peak, with their virtual CPUs and GB of memory. */
  backend: { tasks: number; vcpu: number; gb: number }
  frontend: { tasks: number; vcpu: number; gb: number }
  /** Instances of one class: the primary, its standby, replicas. */
  database: { instance: string; instances: number; storageGb: number }
  redis: { node: string; nodes: number }
  natGateways: number
  /** Millions of answers a month. */
  answers: number
}

/** Answers a second that one backend task of 1 vCPU is planned for, at its peak: see docs/scaling.md. */
export const ANSWERS_PER_TASK = 30

/** How far the peak lies above the month's mean. */
const PEAK = 5

const SECONDS_PER_MONTH = 730 * 3600

/** Millions of answers a month that so many backend tasks are for. */
const answersOf = (tasks: number) => (tasks * ANSWERS_PER_TASK * SECONDS_PER_MONTH) / PEAK / 1e6

const backend = (tasks: number) => ({ tasks, vcpu: 1, gb: 2 })
const frontend = (tasks: number) => ({ tasks, vcpu: 0.5, gb: 1 })

/** Sizes from what is deployed by default to a thousand backend tasks. The first is a system that is hardly asked; it costs its standing parts. */
export const sizes: Size[] = [
  {
    name: 'production as it is by default',
    backend: backend(2),
    frontend: frontend(2),
    database: { instance: 't4g.medium', instances: 2, storageGb: 50 },
    redis: { node: 't4g.small', nodes: 2 },
    natGateways: 2,
    answers: 1,
  },
  {
    name: '10 backend tasks at the peak',
    backend: backend(10),
    frontend: frontend(10),
    database: { instance: 'r6g.xlarge', instances: 3, storageGb: 8_000 },
    redis: { node: 'r6g.large', nodes: 2 },
    natGateways: 2,
    answers: answersOf(10),
  },
  {
    name: '100 backend tasks at the peak',
    backend: backend(100),
    frontend: frontend(100),
    database: { instance: 'r6g.4xlarge', instances: 5, storageGb: 30_000 },
    redis: { node: 'r6g.large', nodes: 8 },
    natGateways: 3,
    answers: answersOf(100),
  },
  {
    name: '1,000 backend tasks at the peak',
    backend: backend(1000),
    frontend: frontend(1000),
    database: { instance: 'r6g.16xlarge', instances: 12, storageGb: 60_000 },
    redis: { node: 'r6g.xlarge', nodes: 64 },
    natGateways: 3,
    answers: answersOf(1000),
  },
]

import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

export interface Machine {
  cores: number
  processor: string
  memoryGb: number
  system: string
  node: string
  /** Load averages of 1, 5 and 15 minutes when the run began: work of others that the figures suffer from. */
  loadAtStart: number[]
}

export function readMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    loadAtStart: loadavg().map((load) => Math.round(load * 100) / 100),
  }
}

export function machineLine({ cores, processor, memoryGb, system, node, loadAtStart }: Machine): string {
  return `${cores} cores (${processor}), ${memoryGb} GB, ${system}, Node ${node}; load at the start ${loadAtStart.join(' ')}`
}

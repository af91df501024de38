/** A task's size: CPU units (1,024 are one virtual CPU) and MiB of memory. */
export interface TaskSize {
  cpu: number
  memory: number
}

const steps = (from: number, to: number, step: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step)

/** MiB that Fargate has for each number of CPU units (Linux), from the table of "Amazon ECS task definition differences for Fargate". */
const memoryFor = new Map<number, number[]>([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16_384, 1024)],
  [4096, steps(8192, 30_720, 1024)],
  [8192, steps(16_384, 61_440, 4096)],
  [16_384, steps(32_768, 122_880, 8192)],
])

/** Why Fargate has no task of this size, or null when it has one. */
export function sizeMistake({ cpu, memory }: TaskSize): { of: 'cpu' | 'memory'; text: string } | null {
  const sizes = memoryFor.get(cpu)
  if (!sizes) return { of: 'cpu', text: `Fargate has ${[...memoryFor.keys()].join(', ')} CPU units, not ${cpu}` }
  if (sizes.includes(memory)) return null
  const [first] = sizes
  const last = sizes.at(-1)
  return { of: 'memory', text: `with ${cpu} CPU units Fargate has ${first} to ${last} MiB in steps, not ${memory}` }
}

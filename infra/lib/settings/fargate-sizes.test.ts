import { expect, test } from 'vitest'
import { sizeMistake } from './fargate-sizes.ts'

test.each([
  [256, 512],
  [256, 2048],
  [512, 3072],
  [1024, 2048],
  [1024, 8192],
  [2048, 16_384],
  [4096, 30_720],
  [8192, 20_480],
  [16_384, 122_880],
])('Fargate has %d CPU units with %d MiB', (cpu, memory) => {
  expect(sizeMistake({ cpu, memory })).toBeNull()
})

test.each([
  [128, 512, 'cpu'],
  [300, 512, 'cpu'],
  [256, 3072, 'memory'],
  [256, 513, 'memory'],
  [512, 512, 'memory'],
  [1024, 1024, 'memory'],
  [8192, 17_408, 'memory'],
] as const)('Fargate does not have %d CPU units with %d MiB', (cpu, memory, of) => {
  expect(sizeMistake({ cpu, memory })?.of).toBe(of)
})

import { expect, test } from 'vitest'
import { parsePostmaster } from './postmaster-pid.ts'

const file = (status: string) => `4711\n/data/postgres\n1700000000\n40123\n\n127.0.0.1\n  5432001   65538\n${status}\n`

test('reads number, port and status of a running server', () => {
  expect(parsePostmaster(file('ready   '))).toEqual({ pid: 4711, port: 40_123, status: 'ready' })
  expect(parsePostmaster(file('starting'))).toMatchObject({ status: 'starting' })
  expect(parsePostmaster(file('stopping'))).toMatchObject({ status: 'stopping' })
})

test('a file that is not written to its end has no status yet', () => {
  expect(parsePostmaster('4711\n/data/postgres\n1700000000\n')).toEqual({ pid: 4711, port: 0, status: 'unknown' })
})

test('a file without a process number is none', () => {
  expect(parsePostmaster('')).toBeNull()
  expect(parsePostmaster('what is this\n')).toBeNull()
})

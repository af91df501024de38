import { expect, test } from 'vitest'
import { migrationsAreDone } from './run-migrations.ts'

const stoppedReason = 'Essential container in task exited'

test.each(['PROVISIONING', 'PENDING', 'RUNNING', 'DEPROVISIONING'])('%s: the deployment waits', (status) => {
  expect(migrationsAreDone({ status, exitCode: null, stoppedReason: '' })).toBe(false)
})

test('ended well, the deployment goes on', () => {
  expect(migrationsAreDone({ status: 'STOPPED', exitCode: 0, stoppedReason })).toBe(true)
})

test.each([
  [1, 'ended with 1'],
  [137, 'ended with 137'],
  [null, 'never began'],
])('exit code %s ends the deployment', (exitCode, words) => {
  expect(() => migrationsAreDone({ status: 'STOPPED', exitCode, stoppedReason })).toThrow(words)
})

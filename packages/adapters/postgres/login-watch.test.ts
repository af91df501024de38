import { DatabaseError } from 'pg'
import { expect, test, vi } from 'vitest'
import { databaseError } from './database-error.ts'
import { createLoginWatch } from './login-watch.ts'

const failure = (code: string) => Object.assign(new DatabaseError('refused', 7, 'error'), { code })

test('a login that worked and is refused now is told, once', () => {
  const onRefused = vi.fn()
  const watch = createLoginWatch(onRefused)
  watch.loggedIn()
  watch.failed(failure('28P01'))
  watch.failed(databaseError(failure('28000')))
  expect(onRefused).toHaveBeenCalledTimes(1)
})

test('neither one that never worked nor a server that is away is', () => {
  const onRefused = vi.fn()
  const watch = createLoginWatch(onRefused)
  watch.failed(failure('28P01'))
  watch.loggedIn()
  for (const error of [failure('57P03'), failure('3D000'), new Error('ECONNREFUSED')]) watch.failed(error)
  expect(onRefused).not.toHaveBeenCalled()
})

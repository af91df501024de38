import { describe, expect, it } from 'vitest'
import { loggedError } from './logger.ts'

describe('an error in the log', () => {
  it('keeps its name, code, place and causes, and nothing that hangs on it', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(ann@example.com)',
      parameters: ['ann'],
    })
    const logged = loggedError(new Error('failed', { cause }))
    expect(logged).toMatchObject({
      type: 'Error',
      message: 'failed',
      cause: { code: '23505', message: 'duplicate key' },
    })
    expect(JSON.stringify(logged)).not.toContain('ann')
  })

  it('survives what is no error, and causes in a circle', () => {
    expect(loggedError('text')).toEqual({ type: 'string', message: 'text' })
    const circle = new Error('a')
    circle.cause = circle
    expect(JSON.stringify(loggedError(circle))).toContain('"a"')
  })
})

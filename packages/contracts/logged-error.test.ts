import { describe, expect, it } from 'vitest'
import { AppError } from './errors.ts'
import { loggedError } from './logged-error.ts'

const said = 'is ann@example.com any good?'

describe('an error in the log', () => {
  it('keeps its type, code, place and causes, and none of its words', () => {
    const cause = Object.assign(new Error(`invalid input syntax: "${said}"`), {
      code: '22P02',
      routine: 'pg_strtoint32_safe',
      table: 'messages',
      detail: `Key (email)=(${said})`,
      parameters: [said],
    })
    const logged = loggedError(new AppError('internal', { cause, details: said }))
    expect(logged).toMatchObject({
      type: 'AppError',
      code: 'internal',
      stack: expect.stringContaining('logged-error.test.ts:'),
      cause: { type: 'Error', code: '22P02', routine: 'pg_strtoint32_safe', table: 'messages' },
    })
    expect(JSON.stringify(logged)).not.toMatch(/ann|good/)
  })

  it('takes no line of a message for a place', () => {
    const error = new Error('first\n    at ann (/home/ann:1:2)\nlast')
    const { stack } = loggedError(error)
    expect(stack).toMatch(/^ {4}at /)
    expect(stack).not.toMatch(/ann|first|last/)
    // The stack was taken when the error was made; a message that was changed since then is not in it.
    error.message = 'another'
    expect(loggedError(error).stack).not.toMatch(/first|last/)
  })

  it('takes no words for a name, a code or a place', () => {
    const error = Object.assign(new Error(said), { name: said, code: said, hostname: said, table: said })
    expect(JSON.stringify(loggedError(error))).not.toMatch(/ann|good/)
  })

  it('knows where a system call failed, and what Redis said first', () => {
    const refused = { syscall: 'connect', code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 }
    expect(loggedError(Object.assign(new Error(said), refused))).toMatchObject(refused)
    const reply = Object.assign(new Error('WRONGPASS invalid username-password pair'), { name: 'ReplyError' })
    expect(loggedError(reply)).toMatchObject({ type: 'ReplyError', code: 'WRONGPASS' })
  })

  it('survives what is no error, and causes in a circle', () => {
    expect(loggedError(said)).toEqual({ type: 'string' })
    const circle = new Error('a')
    circle.cause = circle
    expect(JSON.stringify(loggedError(circle)).match(/"cause"/g)).toHaveLength(3)
  })
})

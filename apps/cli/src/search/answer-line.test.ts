import { AppError } from '@reviewguide/contracts'
import { expect, test, vi } from 'vitest'
import { CommandError } from '../command-error.ts'
import { answerLine } from './answer-line.ts'

const nothing = { understanding: {} as never, items: [], leftOut: [] }
const { signal } = new AbortController()
const deps = () => ({
  rank: vi.fn(async () => nothing),
  categoryOf: async (said: string) => {
    if (said === 'hotls') throw new CommandError('There is no category "hotls".')
    return said.toLowerCase()
  },
  defaults: { category: 'earbuds', limit: 10 },
})

test('a line overrides what the command said', async () => {
  const given = deps()
  const value = { id: 3, query: 'quiet', category: 'Hotels', limit: 2 }
  expect(await answerLine({ line: 1, value }, given, signal)).toEqual({ id: 3, items: [] })
  expect(given.rank).toHaveBeenCalledWith('quiet', { category: 'hotels', limit: 2 })
  await answerLine({ line: 2, value: { id: 'b', query: 'fit', category: null } }, given, signal)
  expect(given.rank).toHaveBeenCalledWith('fit', { category: 'earbuds', limit: 10 })
})

test('what is wrong with a line stays with that line', async () => {
  const told = (value: unknown) => answerLine({ line: 9, value }, deps(), signal)
  expect(await answerLine({ line: 9, problem: 'broken JSON' }, deps(), signal)).toEqual({
    id: null,
    error: 'line 9: broken JSON',
  })
  expect(await told({ id: 'q' })).toMatchObject({ id: 'q', error: expect.stringMatching(/^line 9: query/) })
  expect(await told({ id: 'q', query: 'x', limit: 0 })).toMatchObject({
    id: 'q',
    error: expect.stringMatching(/limit/),
  })
  expect(await told({ id: 'q', query: 'x', category: 'hotls' })).toEqual({
    id: 'q',
    error: 'There is no category "hotls".',
  })
})

test('a failing search is told without its inside, and an end that was asked for ends the batch', async () => {
  const fails = { ...deps(), rank: async () => Promise.reject(new AppError('database_unavailable')) }
  const line = { line: 1, value: { id: 1, query: 'x' } }
  expect(await answerLine(line, fails, signal)).toMatchObject({
    id: 1,
    error: expect.stringMatching(/cannot be reached/),
  })
  await expect(answerLine(line, fails, AbortSignal.abort())).rejects.toThrow()
})

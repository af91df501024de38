import { StreamPart } from '@reviewguide/contracts'
import { expect, test } from 'vitest'
import { emptyFold, foldPart } from './fold-answer.ts'

function fold(parts: object[]) {
  const result = emptyFold()
  for (const part of parts) foldPart(result, StreamPart.parse(part))
  return result
}

const start = [
  { type: 'start', messageId: 'msg_0123456789' },
  { type: 'data-run', data: { runId: 'run_0123456789', chatId: 'cht_0123456789' } },
  { type: 'start-step' },
  { type: 'text-start', id: 't' },
]

test('text, ids and outcome of a whole answer', () => {
  const { answer, ended, error } = fold([
    ...start,
    { type: 'text-delta', id: 't', delta: 'Probably ' },
    { type: 'text-delta', id: 't', delta: 'this one.' },
    { type: 'text-end', id: 't' },
    { type: 'data-suggestions', data: { questions: ['Cheaper ones?'] } },
    { type: 'finish-step' },
    { type: 'finish', messageMetadata: { outcome: 'answered', read: { reviews: 5, items: 2 } } },
  ])
  expect(answer).toMatchObject({
    text: 'Probably this one.',
    outcome: 'answered',
    chatId: 'cht_0123456789',
    runId: 'run_0123456789',
    messageId: 'msg_0123456789',
    suggestions: ['Cheaper ones?'],
    read: { reviews: 5, items: 2 },
  })
  expect(ended).toBe(true)
  expect(error).toBeNull()
})

test('a step that is begun again takes its text back', () => {
  const { answer } = fold([
    ...start,
    { type: 'text-delta', id: 't', delta: 'Half a sent' },
    { type: 'reset-step' },
    { type: 'text-start', id: 'u' },
    { type: 'text-delta', id: 'u', delta: 'A whole sentence.' },
  ])
  expect(answer.text).toBe('A whole sentence.')
})

test('an error that was sent is kept with its code', () => {
  const sent = { code: 'run_timeout', text: 'The answer took too long.', requestId: 'r', retryable: true }
  const { ended, error } = fold([
    ...start,
    { type: 'data-error', data: sent },
    { type: 'error', errorText: 'The answer took too long.' },
  ])
  expect(ended).toBe(true)
  expect(error).toEqual(sent)
})

test('a stream that stops without an end has none', () => {
  expect(fold(start).ended).toBe(false)
})

import { describe, expect, it } from 'vitest'
import type { AnswerMessage } from './answer-message.ts'
import { turnsOf } from './turns.ts'

const message = (id: string, role: 'user' | 'assistant'): AnswerMessage => ({ id, role, parts: [] })

describe('turnsOf', () => {
  it('pairs questions with their answers, also where one is missing', () => {
    const turns = turnsOf([
      message('q1', 'user'),
      message('q2', 'user'),
      message('a2', 'assistant'),
      message('q3', 'user'),
    ])
    expect(turns.map(({ question, answer }) => [question.id, answer?.id])).toEqual([
      ['q1', undefined],
      ['q2', 'a2'],
      ['q3', undefined],
    ])
  })
  it('leaves out an answer to nothing', () => expect(turnsOf([message('a', 'assistant')])).toEqual([]))
})

import type { StreamPart } from '@reviewguide/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continueAnswer } from './continue-answer.ts'
import { createPartFold } from './part-fold.ts'

const head: StreamPart[] = [{ type: 'start-step' }]
const stage = (status: 'running' | 'done', ms?: number): StreamPart => ({
  type: 'data-stage',
  transient: true,
  data: { stage: 'compose', status, ...(ms !== undefined && { ms }) },
})
const notice = (text: string): StreamPart => ({ type: 'data-notice', id: 'n', data: { code: 'assumed', text } })
const answer = (words: string[], ms: number): StreamPart[] => [
  stage('running'),
  notice(`${words.length} words`),
  { type: 'text-start', id: 't' },
  ...words.map((delta): StreamPart => ({ type: 'text-delta', id: 't', delta })),
  { type: 'text-end', id: 't' },
  stage('done', ms),
]

/** What is sent by one who makes `parts` after another sent `sent`. */
function goOn(sent: StreamPart[], parts: StreamPart[]): StreamPart[] {
  const continuation = continueAnswer([...head, ...sent])
  return [...parts.flatMap((part) => continuation.next(part)), ...continuation.end()]
}

function held(parts: StreamPart[]) {
  const fold = createPartFold()
  for (const part of [...head, ...parts]) fold.add(part)
  return fold.parts()
}

const words = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 8 })

describe('an answer that another process goes on with', () => {
  it('made alike is continued exactly where it broke off, with nothing sent twice', () => {
    fc.assert(
      fc.property(words, fc.nat(20), (list, cut) => {
        const parts = answer(list, 5)
        const sent = parts.slice(0, cut)
        const rest = goOn(sent, answer(list, 70))
        expect(rest.map(({ type }) => type)).toEqual(parts.slice(cut).map(({ type }) => type))
        expect(held([...sent, ...rest])).toEqual(held(parts))
      }),
    )
  })

  it('made otherwise is what the second one made, whatever was sent before', () => {
    fc.assert(
      fc.property(words, words, fc.nat(20), fc.boolean(), (one, two, cut, finished) => {
        const sent = answer(one, 5).slice(0, cut)
        if (finished) sent.push({ type: 'finish-step' })
        const rest = goOn(sent, answer(two, 5))
        expect(held([...sent, ...rest])).toEqual(held(answer(two, 5)))
        expect(rest.filter(({ type }) => type === 'reset-step').length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is continued a third time after a step that was begun again', () => {
    const [one, two] = [answer(['a', 'b', 'c'], 1), answer(['a', 'x', 'y'], 1)]
    const sent = one.slice(0, 5)
    const second = goOn(sent, two)
    expect(second.filter(({ type }) => type === 'reset-step')).toHaveLength(1)
    const cut = second.slice(0, -3)
    const third = goOn([...sent, ...cut], two)
    expect(third).toEqual(second.slice(-3))
    expect(held([...sent, ...cut, ...third])).toEqual(held(two))
  })
})

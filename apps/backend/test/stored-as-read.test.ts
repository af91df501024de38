import type { StreamPart } from '@reviewguide/contracts'
import { readUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ask } from './ask.ts'
import { answered } from './scripted-workflow.ts'
import { startApp } from './start-app.ts'

/** What a workflow may do next; texts are opened and closed as they come. */
const move = fc.oneof(
  fc.record({
    do: fc.constant('text' as const),
    id: fc.constantFrom('a', 'b'),
    delta: fc.string({ unit: 'grapheme', maxLength: 8 }),
  }),
  fc.record({ do: fc.constant('close' as const), id: fc.constantFrom('a', 'b') }),
  fc.record({
    do: fc.constant('notice' as const),
    id: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    text: fc.string(),
  }),
  fc.record({
    do: fc.constant('suggest' as const),
    id: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    text: fc.string(),
  }),
  fc.record({ do: fc.constant('stage' as const) }),
  fc.record({ do: fc.constant('again' as const) }),
)

function partsOf(moves: (typeof move extends fc.Arbitrary<infer M> ? M : never)[]): StreamPart[] {
  const open = new Set<string>()
  return moves.flatMap((next): StreamPart[] => {
    switch (next.do) {
      case 'text': {
        const begin: StreamPart[] = open.has(next.id) ? [] : [{ type: 'text-start', id: next.id }]
        open.add(next.id)
        return [...begin, { type: 'text-delta', id: next.id, delta: next.delta }]
      }
      case 'close':
        return open.delete(next.id) ? [{ type: 'text-end', id: next.id }] : []
      case 'notice':
        return [{ type: 'data-notice', ...(next.id && { id: next.id }), data: { code: 'assumed', text: next.text } }]
      case 'suggest':
        return [{ type: 'data-suggestions', ...(next.id && { id: next.id }), data: { questions: [next.text] } }]
      case 'stage':
        return [{ type: 'data-stage', transient: true, data: { stage: 'rank', status: 'done' } }]
      case 'again':
        open.clear()
        return [{ type: 'reset-step' }]
    }
  })
}

it('whatever a workflow emits, what is stored is what the AI SDK holds, at its end and after a failure', async () => {
  const { app, workflow, chats } = await startApp()
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 30 }), fc.boolean(), async (moves, fails) => {
      workflow.current = async (_input, { emit }) => {
        for (const part of partsOf(moves)) emit(part)
        if (fails) throw new Error('no')
        return answered
      }
      const { events } = await ask(app, { message: 'hi' })
      const stream = new ReadableStream<UIMessageChunk>({
        start(controller) {
          for (const { part } of events) controller.enqueue(part as UIMessageChunk)
          controller.close()
        },
      })
      let message: UIMessage | undefined
      for await (const state of readUIMessageStream({ stream, onError: () => {} })) message = state
      const stored = [...chats.runs.values()].at(-1)?.end
      const held = JSON.parse(JSON.stringify(message?.parts))
      // A failed run that said nothing stores nothing.
      if (fails && stored?.parts.length === 0)
        expect(['data-run', 'step-start']).toEqual(
          expect.arrayContaining(held.map(({ type }: { type: string }) => type)),
        )
      else expect(stored?.parts).toEqual(held)
    }),
    { numRuns: 150 },
  )
  await app.close()
}, 20_000)

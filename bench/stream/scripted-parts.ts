import { ItemId, ReviewId, type StreamPart } from '@reviewguide/contracts'

/** Events of a stream, those that frame a run (start, run, step, end of step, finish) included. */
export const STREAM_EVENTS = 100

const FRAME = 5
const EVIDENCE = 20
const STAGES = 16

const evidence = (n: number): StreamPart => ({
  type: 'data-evidence',
  id: `e${n}`,
  data: {
    n,
    reviewId: ReviewId.parse(`rev_${'0'.repeat(19)}${n % 10}`),
    itemId: ItemId.parse('itm_00000000000000000000'),
    itemName: 'Tern Sprint',
    quote: 'The hooks looked like overkill in the picture, but after ten minutes I stop noticing them.',
    start: 120,
    end: 211,
    aspect: 'fit',
    polarity: 'positive',
    rating: 5,
    writtenAt: '2026-01-03T00:00:00.000Z',
    verified: true,
    helpfulVotes: 4,
    trust: { weight: 0.9, signals: [] },
    source: { name: 'a shop' },
  },
})

/** What a workflow emits for an answer of the usual make-up, so many parts that the whole stream has STREAM_EVENTS. */
export function scriptedParts(): StreamPart[] {
  const stages = Array.from({ length: STAGES }, (_, at): StreamPart => {
    const status = at % 2 === 0 ? 'running' : 'done'
    return { type: 'data-stage', transient: true, data: { stage: 'evidence', status, ms: at } }
  })
  const quotes = Array.from({ length: EVIDENCE }, (_, at) => evidence(at + 1))
  const deltas = Array.from({ length: STREAM_EVENTS - FRAME - STAGES - EVIDENCE - 2 }, (_, at): StreamPart => {
    return { type: 'text-delta', id: 't1', delta: `Nine of eleven who ran with them praise the fit [${at + 1}]. ` }
  })
  return [...stages, ...quotes, { type: 'text-start', id: 't1' }, ...deltas, { type: 'text-end', id: 't1' }]
}

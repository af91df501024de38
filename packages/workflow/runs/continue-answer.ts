import type { StreamPart } from '@reviewguide/contracts'

/** Goes on with an answer that another process began. */
export interface Continuation {
  /** What to send for the next part of the answer made anew: nothing while it is what was sent before. */
  next(part: StreamPart): StreamPart[]
  /** What to send at the end: a beginning again when more had been sent than was made now. */
  end(): StreamPart[]
}

/**
 * Compares an answer that is made again, part by part, with what was sent of it. While both are the same nothing is sent twice, and the first new
 * part goes on exactly where the other process broke off. Where they differ the step is reset and begins again. Parts that only report progress are
 * compared by what they report, and are no part of the answer.
 */
export function continueAnswer(sent: readonly StreamPart[]): Continuation {
  const step = sent.slice(sent.findLastIndex(({ type }) => type === 'reset-step') + 1)
  const reported = new Set(sent.filter(isProgress).map(progressKey))
  const expected = step.filter((part) => !isProgress(part) && !isFrame(part)).map((part) => JSON.stringify(part))
  const repeated: StreamPart[] = []
  let differs = false

  const beginAgain = (): StreamPart[] => {
    differs = true
    return [{ type: 'reset-step' }, ...repeated]
  }

  return {
    next(part) {
      if (isProgress(part)) return reported.delete(progressKey(part)) ? [] : [part]
      if (differs) return [part]
      const wanted = expected[repeated.length]
      if (wanted === undefined && !stepFinished(step)) return [part]
      if (wanted !== JSON.stringify(part)) return [...beginAgain(), part]
      repeated.push(part)
      return []
    },
    end: () => (differs || repeated.length >= expected.length ? [] : beginAgain()),
  }
}

const isProgress = (part: StreamPart) => 'transient' in part && part.transient === true
const isFrame = ({ type }: StreamPart) =>
  type === 'start' || type === 'data-run' || type === 'start-step' || type === 'finish-step'
const stepFinished = (parts: readonly StreamPart[]) => parts.at(-1)?.type === 'finish-step'

const progressKey = (part: StreamPart) =>
  part.type === 'data-stage' ? `${part.data.stage} ${part.data.status}` : JSON.stringify(part)

import type { StoredPart, StreamPart } from '@reviewguide/contracts'

type TextPart = Extract<StoredPart, { type: 'text' }>

/** What a reader of the stream holds so far, and what is still open in it. */
export interface PartFold {
  /** Takes the next part. Throws when a reader would: a delta or an end of a text that was never begun. */
  add(part: StreamPart): void
  /** The message's parts as `useChat` holds them. */
  parts(): StoredPart[]
  /** The parts that close what is open: texts first, then the step. */
  closing(): StreamPart[]
}

/** Folds stream parts into stored parts by the rules of the AI SDK's own reader, so that a reload shows what the stream showed. */
export function createPartFold(): PartFold {
  const parts: StoredPart[] = []
  const openTexts = new Map<string, TextPart>()
  let stepOpen = false

  const openText = (id: string) => {
    const text = openTexts.get(id)
    if (!text) throw new Error(`the text "${id}" is not open`)
    return text
  }

  const addData = (part: Extract<StreamPart, { data: unknown }>) => {
    if (part.transient || part.type === 'data-stage' || part.type === 'data-error') return
    const known =
      part.id === undefined ? undefined : parts.find((p) => p.type === part.type && 'id' in p && p.id === part.id)
    if (known && 'data' in known) known.data = part.data
    else
      parts.push(
        (part.id === undefined
          ? { type: part.type, data: part.data }
          : { type: part.type, id: part.id, data: part.data }) as StoredPart,
      )
  }

  const add = (part: StreamPart) => {
    switch (part.type) {
      case 'start':
      case 'finish':
      case 'error':
        return
      case 'start-step':
        stepOpen = true
        parts.push({ type: 'step-start' })
        return
      case 'finish-step':
        stepOpen = false
        return
      case 'reset-step': {
        const step = parts.findLastIndex((p) => p.type === 'step-start')
        parts.splice(step + 1)
        openTexts.clear()
        stepOpen = true
        return
      }
      case 'text-start': {
        if (openTexts.has(part.id)) throw new Error(`the text "${part.id}" is open already`)
        const text: TextPart = { type: 'text', text: '', state: 'streaming' }
        openTexts.set(part.id, text)
        parts.push(text)
        return
      }
      case 'text-delta':
        openText(part.id).text += part.delta
        return
      case 'text-end':
        openText(part.id).state = 'done'
        openTexts.delete(part.id)
        return
      default:
        addData(part)
    }
  }

  const closing = (): StreamPart[] => [
    ...[...openTexts.keys()].map((id) => ({ type: 'text-end' as const, id })),
    ...(stepOpen ? [{ type: 'finish-step' as const }] : []),
  ]

  return { add, parts: () => parts, closing }
}

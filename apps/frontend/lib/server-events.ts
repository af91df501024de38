/** One complete event of a `text/event-stream`: its number, its data, and the text to pass on. */
export interface ServerEvent {
  id?: number
  data: string
  raw: string
}

/**
 * Takes a stream's text in any cuts and gives its complete events. Half an event is held until its rest has come:
 * passed on early, it would stand broken before its own repetition when the connection is lost in its middle.
 * Comments, which only keep the line open, are dropped.
 */
export function createEventSplitter(): (chunk: string) => ServerEvent[] {
  let held = ''
  return (chunk) => {
    held += chunk
    const events: ServerEvent[] = []
    for (let end = /\r?\n\r?\n/.exec(held); end; end = /\r?\n\r?\n/.exec(held)) {
      const event = readEvent(held.slice(0, end.index))
      held = held.slice(end.index + end[0].length)
      if (event) events.push(event)
    }
    return events
  }
}

function readEvent(block: string): ServerEvent | undefined {
  const data: string[] = []
  let id: number | undefined
  for (const line of block.split(/\r?\n/)) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'data') data.push(value)
    if (field === 'id' && /^\d+$/.test(value)) id = Number(value)
  }
  return data.length === 0 ? undefined : { id, data: data.join('\n'), raw: `${block}\n\n` }
}

import { expect, test } from 'vitest'
import { type ServerEvent, serverEvents } from './server-events.ts'

async function read(chunks: (string | Uint8Array)[]): Promise<ServerEvent[]> {
  const encoder = new TextEncoder()
  async function* body() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? encoder.encode(chunk) : chunk
  }
  return Array.fromAsync(serverEvents(body()))
}

test('events have the id and the data that were sent, comments are none', async () => {
  expect(await read([': alive\n\nid: 1\ndata: {"a":1}\n\nid: 2\ndata: two\n\n'])).toEqual([
    { id: '1', data: '{"a":1}' },
    { id: '2', data: 'two' },
  ])
})

test('an event without an id keeps the last one', async () => {
  expect(await read(['id: 7\ndata: x\n\ndata: [DONE]\n\n'])).toEqual([
    { id: '7', data: 'x' },
    { id: '7', data: '[DONE]' },
  ])
})

test('however the bytes are cut, the events are the same', async () => {
  const bytes = new TextEncoder().encode('id: 1\r\ndata: größer\r\n\r\ndata: a\ndata: b\n\n')
  const whole = await read([bytes])
  expect(whole).toEqual([
    { id: '1', data: 'größer' },
    { id: '1', data: 'a\nb' },
  ])
  for (let cut = 1; cut < bytes.length; cut += 1) {
    expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(whole)
  }
  expect(await read([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole)
})

test('an event that is cut off is dropped', async () => {
  expect(await read(['data: whole\n\ndata: half\n'])).toEqual([{ id: '', data: 'whole' }])
})

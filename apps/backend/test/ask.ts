import type { FastifyInstance } from 'fastify'
import { cookieOf, type ReadEvent, readStream } from './read-stream.ts'

/** What came of asking by inject: the whole stream, as the reply ends with it. */
export interface Asked {
  status: number
  cookie: string
  events: ReadEvent[]
  comments: number
  done: boolean
  chatId: string
  body: string
}

/** Asks, and waits for the end of the answer. */
export async function ask(app: FastifyInstance, payload: object, headers: Record<string, string> = {}): Promise<Asked> {
  const reply = await app.inject({ method: 'POST', url: '/v1/chat/stream', payload, headers })
  return asked(reply.statusCode, cookieOf(reply.headers), reply.body)
}

export function asked(status: number, cookie: string, body: string): Asked {
  const stream = status === 200 ? readStream(body) : { events: [], comments: 0, done: false }
  const run = stream.events.find(({ part }) => part.type === 'data-run')
  return { status, cookie, body, ...stream, chatId: run?.part.type === 'data-run' ? run.part.data.chatId : '' }
}

/** The types of the parts, in order. */
export const types = (events: ReadEvent[]) => events.map(({ part }) => part.type)

/** All text that the events carry. */
export const textOf = (events: ReadEvent[]) =>
  events.map(({ part }) => (part.type === 'text-delta' ? part.delta : '')).join('')

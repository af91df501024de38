import { AppError, ChatId, ChatStreamBody, RunId } from '@reviewguide/contracts'
import { ComeBack } from '@reviewguide/workflow/runs'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'
import { sendEventStream } from '../http/event-stream.ts'
import { gather } from '../http/gather.ts'
import { readAsk } from '../http/read-ask.ts'
import { readIdempotencyKey, readLastEventId } from '../http/read-headers.ts'

const streamResponse = {
  200: {
    description: 'The AI SDK UI message stream, version v1; each event bears its number as `id`.',
    content: { 'text/event-stream': { schema: z.string() } },
  },
}

/** Asking, following and stopping an answer. */
export const chatRoutes =
  ({ runs, chats, guests, ids, stream }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/v1/chat/stream',
      {
        config: { asks: true },
        schema: {
          tags: ['chat'],
          summary: 'Ask a question and stream its answer',
          body: ChatStreamBody,
          response: streamResponse,
        },
        // The schema is the documentation's; a union's own complaints would name the form that was not meant.
        validatorCompiler: () => (value) => ({ value }),
      },
      async (request, reply) => {
        const ask = readAsk(request.body)
        const idempotencyKey = readIdempotencyKey(request)
        const newcomer = ids.guest()
        const owner = request.person.owner ?? newcomer
        const run = await runs.ask({ ask, owner, idempotencyKey, requestId: request.id })
        if (run.outcome !== 'started') throw new AppError(run.outcome)
        if (owner === newcomer) guests.remember(request, reply, newcomer)
        const { runId, chatId, repeated } = run
        await sendEventStream(
          request,
          reply,
          (signal) => {
            const follow = { after: 0, signal, requestId: request.id }
            return repeated ? runs.replay(run, owner, follow) : runs.follow(runId, follow)
          },
          { ...stream, run: { runId, chatId } },
        )
      },
    )

    app.get(
      '/v1/chat/:chatId/stream',
      {
        exposeHeadRoute: false,
        schema: {
          tags: ['chat'],
          summary: 'Continue an answer after Last-Event-ID, or replay it from its start',
          params: z.object({ chatId: ChatId }),
          querystring: z.object({
            run: RunId.optional().describe('The run that `Last-Event-ID` counts in: of another one nothing is sent.'),
          }),
          response: {
            ...streamResponse,
            204: z.null().describe('No answer is being written that could be continued there: read the chat.'),
          },
        },
      },
      async (request, reply) => {
        const after = readLastEventId(request)
        const { chatId } = request.params
        const { owner } = request.person
        if (!owner) throw new AppError('not_found')
        const place = { after: after ?? 0, runId: request.query.run ?? null }
        const run = await runs.resumable(chatId, owner, place)
        if ((!run || run.ended) && !(await chats.read(chatId, owner))) throw new AppError('not_found')
        const gone = new AbortController()
        reply.raw.once('close', () => gone.abort())
        // Of a run that has just ended a reader gets what it missed; one that missed nothing, or says nothing, finds no active run.
        const rest =
          run?.ended && after !== null
            ? await gather(runs.follow(run.runId, { after, signal: gone.signal, requestId: request.id })).catch(nothing)
            : []
        if (!run || (run.ended && rest.length === 0)) return reply.status(204).send(null)
        const { runId, ended } = run
        await sendEventStream(
          request,
          reply,
          (signal) => (ended ? inTurn(rest) : runs.follow(runId, { after: after ?? 0, signal, requestId: request.id })),
          { ...stream, run: { runId, chatId }, after: after ?? 0 },
        )
      },
    )

    app.post(
      '/v1/chat/:chatId/stop',
      {
        schema: {
          tags: ['chat'],
          summary: 'End the active answer and keep what was written',
          params: z.object({ chatId: ChatId }),
          response: { 200: z.object({ stopped: z.boolean() }) },
        },
      },
      async (request) => {
        const { chatId } = request.params
        const { owner } = request.person
        if (!owner) throw new AppError('not_found')
        const stopped = await runs.stop(chatId, owner)
        if (!stopped && !(await chats.read(chatId, owner))) throw new AppError('not_found')
        return { stopped }
      },
    )
  }

/** What is stored but can no longer be streamed is read from the chat. */
function nothing(cause: unknown): never[] {
  if (cause instanceof ComeBack) return []
  throw cause
}

async function* inTurn<T>(values: T[]): AsyncGenerator<T> {
  yield* values
}

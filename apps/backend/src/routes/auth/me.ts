import { Readable } from 'node:stream'
import { AppError, DeleteMeBody, Me } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../../http/app-deps.ts'
import { askerOf } from '../../http/asker.ts'
import { openExport } from '../../http/export.ts'

const tags = ['people']

/** Who is asking, and all that is theirs: to take along, or to delete. */
export const meRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { accounts, chats, runs } = deps

    app.get(
      '/v1/auth/me',
      { schema: { tags, summary: 'Who is asking: nobody yet, a guest, or an account', response: { 200: Me } } },
      async ({ person: { account, guest, session } }): Promise<Me> => {
        if (account) return { kind: 'account', via: session ? 'session' : 'api_key', account }
        return guest ? { kind: 'guest', guestId: guest } : { kind: 'nobody' }
      },
    )

    app.get(
      '/v1/auth/me/export',
      {
        exposeHeadRoute: false,
        schema: {
          tags,
          summary:
            'All that is yours, as a JSON file: account, sessions, keys without their secrets, chats with their messages',
          response: {
            200: { description: 'A file', content: { 'application/json': { schema: z.string() } } },
          },
        },
      },
      async (request, reply) => {
        const file = Readable.from(await openExport(request.person, deps, new Date()))
        reply.headers({
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': 'attachment; filename="reviewguide-export.json"',
        })
        // The schema speaks of the text that the stream is.
        return reply.send(file as unknown as string)
      },
    )

    app.delete(
      '/v1/auth/me',
      {
        schema: {
          tags,
          summary: 'Delete all that is yours: chats, and the account with its sessions and keys',
          body: DeleteMeBody,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { owner, account, session } = request.person
        // A key that was lost must not be able to delete what it may read.
        if (account && !session) throw new AppError('not_signed_in')
        if (account) await accounts.passwords.prove(account, request.body.password, askerOf(request))
        if (owner) {
          // The chats first: what fails half-way can be asked for again as long as the account is there.
          for (;;) {
            const { items } = await chats.list(owner, { limit: 100 })
            if (items.length === 0) break
            for (const { chatId } of items) {
              await runs.stop(chatId, owner)
              await chats.delete(chatId, owner)
            }
          }
        }
        if (account) await accounts.administration.delete(account.accountId)
        deps.sessionCookie.clear(request, reply)
        deps.guests.forget(request, reply)
        return reply.status(204).send(null)
      },
    )
  }

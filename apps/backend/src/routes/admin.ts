import { AccountId, AccountPage, AccountsQuery, AppError, ListedAccount } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'
import { administratorsOnly } from '../http/signed-in.ts'

const tags = ['administration']
const params = z.object({ accountId: AccountId })

/** Looking after accounts. To everybody but administrators these addresses do not exist. */
export const adminRoutes =
  ({ accounts: { administration } }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // Before anything of the request is judged: a complaint about its form would tell that there is something.
    app.addHook('onRequest', administratorsOnly)

    app.get(
      '/v1/admin/users',
      {
        schema: {
          tags,
          summary: 'Accounts by address; for administrators',
          querystring: AccountsQuery,
          response: { 200: AccountPage },
        },
      },
      async (request) => administration.list(request.query),
    )

    for (const [word, disabled] of [
      ['disable', true],
      ['enable', false],
    ] as const) {
      app.post(
        `/v1/admin/users/:accountId/${word}`,
        {
          schema: {
            tags,
            summary: disabled
              ? 'Disable an account: it is signed out everywhere and its keys open nothing; for administrators'
              : 'Let a disabled account in again; for administrators',
            params,
            response: { 200: ListedAccount },
          },
        },
        async (request) => {
          const { accountId } = request.params
          // Who locks themselves out leaves nobody to let them in again.
          if (disabled && accountId === request.person.account?.accountId) {
            throw new AppError('invalid_request', {
              details: [{ path: '/accountId', message: 'an account cannot disable itself' }],
            })
          }
          const account = await administration.setDisabled(accountId, disabled)
          if (!account) throw new AppError('not_found')
          return account
        },
      )
    }
  }

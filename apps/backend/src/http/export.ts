import type { AppDeps } from './app-deps.ts'
import type { Person } from './person.ts'

/** Chats that are named at a time; they are read one by one. */
const PAGE = 50

type Deps = Pick<AppDeps, 'accounts' | 'chats'>

/**
 * The text of a JSON object with all that a person has: `exportedAt`, `account` with `sessions` and `apiKeys` (null for a guest), and `chats`, each as
 * `GET /v1/chats/{chatId}` gives it. Chat by chat: a long history must not stand in memory as a whole. Throws `database_unavailable` before the text
 * begins, where that can still be told as an error and not as half a file.
 */
export async function openExport(person: Person, deps: Deps, now: Date): Promise<AsyncIterable<string>> {
  const { owner, account, session } = person
  const { accounts, chats } = deps
  const head = {
    exportedAt: now.toISOString(),
    account,
    sessions: account && (await accounts.sessions.list(account.accountId, session?.sessionId ?? null)),
    apiKeys: account && accounts.ways.apiKeys ? await accounts.keys().list(account.accountId) : null,
  }
  const first = owner && (await chats.list(owner, { limit: PAGE }))
  return (async function* () {
    yield `${JSON.stringify(head).slice(0, -1)},"chats":[`
    let comma = ''
    for (let page = first; owner && page; ) {
      for (const { chatId } of page.items) {
        const chat = await chats.read(chatId, owner)
        if (!chat) continue
        yield `${comma}${JSON.stringify(chat)}`
        comma = ','
      }
      page = page.nextCursor === null ? null : await chats.list(owner, { cursor: page.nextCursor, limit: PAGE })
    }
    yield ']}\n'
  })()
}

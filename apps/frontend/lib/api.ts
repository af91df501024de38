import {
  ChatDetail,
  ChatPage,
  ChatSummary,
  ComparisonData,
  CorpusOverview,
  ItemDetail,
  ItemPage,
  Review,
  ReviewPage,
} from '@reviewguide/contracts'
import { connectionLost, FailureError, failureOf } from './failure.ts'

/** Every read and write of the page but the stream; each answer is parsed with its contract, and throws `FailureError` when it is an error. */
export const api = {
  overview: (signal?: AbortSignal) => read(CorpusOverview, '/v1/overview', signal),
  chats: (cursor: string | null, signal?: AbortSignal) =>
    read(ChatPage, withQuery('/v1/chats', { cursor, limit: '50' }), signal),
  chat: (chatId: string, signal?: AbortSignal) => read(ChatDetail, `/v1/chats/${encodeURIComponent(chatId)}`, signal),
  renameChat: async (chatId: string, title: string) =>
    ChatSummary.parse(await (await send('PATCH', `/v1/chats/${encodeURIComponent(chatId)}`, { title })).json()),
  deleteChat: async (chatId: string) => void (await send('DELETE', `/v1/chats/${encodeURIComponent(chatId)}`)),
  stop: async (chatId: string) => void (await send('POST', `/v1/chat/${encodeURIComponent(chatId)}/stop`)),
  items: (query: { q?: string; category?: string; cursor?: string | null }, signal?: AbortSignal) =>
    read(ItemPage, withQuery('/v1/items', query), signal),
  item: (itemId: string, signal?: AbortSignal) => read(ItemDetail, `/v1/items/${encodeURIComponent(itemId)}`, signal),
  reviews: (
    itemId: string,
    query: { aspect?: string; polarity?: 'positive' | 'negative'; cursor?: string | null; limit?: string },
    signal?: AbortSignal,
  ) => read(ReviewPage, withQuery(`/v1/items/${encodeURIComponent(itemId)}/reviews`, query), signal),
  review: (reviewId: string, signal?: AbortSignal) =>
    read(Review, `/v1/reviews/${encodeURIComponent(reviewId)}`, signal),
  compare: (itemIds: string[], signal?: AbortSignal) =>
    read(ComparisonData, withQuery('/v1/compare', { items: itemIds.join(',') }), signal),
}

async function read<T>(schema: { parse(value: unknown): T }, path: string, signal?: AbortSignal): Promise<T> {
  const response = await send('GET', path, undefined, signal)
  return schema.parse(await response.json())
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(path, {
    method,
    signal,
    cache: 'no-store',
    // A deletion may be sent while the page is being left.
    keepalive: method === 'DELETE',
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((cause: unknown) => {
    signal?.throwIfAborted()
    throw new FailureError(connectionLost, { cause })
  })
  if (!response.ok) throw new FailureError(await failureOf(response))
  return response
}

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

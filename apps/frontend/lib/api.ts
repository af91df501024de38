import {
  ApiKeyList,
  ChatDetail,
  ChatPage,
  ChatSummary,
  ComparisonData,
  CorpusOverview,
  type Feedback,
  ItemDetail,
  ItemPage,
  Me,
  MessagePage,
  NewApiKey,
  ProviderSignIn,
  Review,
  ReviewPage,
  SessionList,
  Share,
  SharedChat,
  SignedIn,
  type SignInBody,
  SignInWays,
  type SignUpBody,
  SignUpOutcome,
} from '@reviewguide/contracts'
import { connectionLost, FailureError, failureOf } from './failure.ts'

/** Every read and write of the page but the stream; each answer is parsed with its contract, and throws `FailureError` when it is an error. */
export const api = {
  overview: (signal?: AbortSignal) => read(CorpusOverview, '/v1/overview', signal),
  chats: (query: { cursor?: string | null; q?: string }, signal?: AbortSignal) =>
    read(ChatPage, withQuery('/v1/chats', { ...query, limit: '50' }), signal),
  chat: (chatId: string, signal?: AbortSignal) => read(ChatDetail, chatPath(chatId), signal),
  earlierMessages: (chatId: string, cursor: string, signal?: AbortSignal) =>
    read(MessagePage, withQuery(`${chatPath(chatId)}/messages`, { cursor }), signal),
  showMessage: async (chatId: string, messageId: string) =>
    void (await send('POST', `${chatPath(chatId)}/show`, { messageId })),
  renameChat: async (chatId: string, title: string) =>
    ChatSummary.parse(await (await send('PATCH', chatPath(chatId), { title })).json()),
  deleteChat: async (chatId: string) => void (await send('DELETE', chatPath(chatId))),
  shareChat: async (chatId: string) => Share.parse(await (await send('POST', `${chatPath(chatId)}/share`)).json()),
  unshareChat: async (chatId: string) => void (await send('DELETE', `${chatPath(chatId)}/share`)),
  sharedChat: (token: string, signal?: AbortSignal) =>
    read(SharedChat, `/v1/shared/${encodeURIComponent(token)}`, signal),
  exportAddress: (chatId: string, format: 'markdown' | 'json') => `${chatPath(chatId)}/export?format=${format}`,
  giveFeedback: async (chatId: string, messageId: string, feedback: Feedback) =>
    void (await send('PUT', `${chatPath(chatId)}/messages/${encodeURIComponent(messageId)}/feedback`, feedback)),
  takeFeedbackBack: async (chatId: string, messageId: string) =>
    void (await send('DELETE', `${chatPath(chatId)}/messages/${encodeURIComponent(messageId)}/feedback`)),
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

/** Accounts: signing up, in and out, and what is kept of a person. */
export const accountsApi = {
  me: (signal?: AbortSignal) => read(Me, '/v1/auth/me', signal),
  ways: (signal?: AbortSignal) => read(SignInWays, '/v1/auth/providers', signal),
  signUp: async (body: SignUpBody) => SignUpOutcome.parse(await (await send('POST', '/v1/auth/sign-up', body)).json()),
  signIn: async (body: SignInBody) => SignedIn.parse(await (await send('POST', '/v1/auth/sign-in', body)).json()),
  signInWith: async (provider: string, returnTo: string) =>
    ProviderSignIn.parse(await (await send('POST', `/v1/auth/sign-in/${provider}`, { returnTo })).json()).url,
  confirmEmail: async (token: string) => void (await send('POST', '/v1/auth/confirm-email', { token })),
  signOut: async () => void (await send('POST', '/v1/auth/sign-out')),
  signOutEverywhere: async () => void (await send('POST', '/v1/auth/sign-out-everywhere')),
  changePassword: async (currentPassword: string, newPassword: string) =>
    void (await send('POST', '/v1/auth/password', { currentPassword, newPassword })),
  forgotPassword: async (email: string) => void (await send('POST', '/v1/auth/password/forgot', { email })),
  resetPassword: async (token: string, newPassword: string) =>
    void (await send('POST', '/v1/auth/password/reset', { token, newPassword })),
  sessions: (signal?: AbortSignal) => read(SessionList, '/v1/auth/sessions', signal),
  endSession: async (sessionId: string) =>
    void (await send('DELETE', `/v1/auth/sessions/${encodeURIComponent(sessionId)}`)),
  apiKeys: (signal?: AbortSignal) => read(ApiKeyList, '/v1/auth/api-keys', signal),
  makeApiKey: async (name: string) => NewApiKey.parse(await (await send('POST', '/v1/auth/api-keys', { name })).json()),
  deleteApiKey: async (apiKeyId: string) =>
    void (await send('DELETE', `/v1/auth/api-keys/${encodeURIComponent(apiKeyId)}`)),
  exportAddress: '/v1/auth/me/export',
  deleteMe: async (password?: string) => void (await send('DELETE', '/v1/auth/me', password ? { password } : {})),
}

const chatPath = (chatId: string) => `/v1/chats/${encodeURIComponent(chatId)}`

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

import { AppError, Ask, AskBody, type ErrorCode, UseChatBody } from '@reviewguide/contracts'
import type { z } from 'zod'

/** Something that a person would see: an answer to invisible characters alone would answer nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What was asked, from either form of body. Throws `invalid_request`, or `not_found` for a chat id that no chat can have. */
export function readAsk(body: unknown): Ask {
  const fromUseChat = typeof body === 'object' && body !== null && 'messages' in body
  const ask = fromUseChat ? readUseChat(body) : readOwn(body)
  if (!VISIBLE.test(ask.message)) throw invalid([{ path: '/message', message: 'the message is empty' }])
  // Neither can be stored as text, nor did a person type it.
  if (ask.message.includes('\0') || !ask.message.isWellFormed()) {
    throw invalid([{ path: '/message', message: 'the message contains characters that are not text' }])
  }
  return ask
}

function readOwn(body: unknown): Ask {
  const parsed = AskBody.safeParse(body)
  if (parsed.success) return { ...parsed.data, mayCreate: parsed.data.chatId === undefined }
  const onlyChatId = parsed.error.issues.every(({ path, code }) => path[0] === 'chatId' && code === 'invalid_format')
  throw onlyChatId ? new AppError('not_found') : refused(parsed.error)
}

function readUseChat(body: unknown): Ask {
  const parsed = UseChatBody.safeParse(body)
  if (!parsed.success) throw refused(parsed.error)
  const { id, messages } = parsed.data
  const last = messages.findLast(({ role }) => role === 'user')
  const texts = last?.parts.filter(({ type }) => type === 'text').map(({ text }) => text ?? '')
  const ask = Ask.safeParse({ message: texts?.join('\n') ?? '', chatId: id, mayCreate: !id.startsWith('cht_') })
  if (!ask.success) throw refused(ask.error)
  return ask.data
}

function refused({ issues }: z.ZodError): AppError {
  return invalid(issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message })))
}

function invalid(details: { path: string; message: string }[], code: ErrorCode = 'invalid_request'): AppError {
  return new AppError(code, { details })
}

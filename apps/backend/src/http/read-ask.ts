import {
  AppError,
  Ask,
  AskBody,
  type ErrorCode,
  MessageId,
  type MessageRef,
  RegenerateBody,
  UseChatBody,
} from '@reviewguide/contracts'
import type { z } from 'zod'

/** Something that a person would see: an answer to invisible characters alone would answer nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What was asked, from any form of body. Throws `invalid_request`, or `not_found` for an id that nothing can have. */
export function readAsk(body: unknown): Ask {
  const ask = has(body, 'messages')
    ? readUseChat(body)
    : has(body, 'regenerates')
      ? readRegenerate(body)
      : readOwn(body)
  if (ask.message === null) return ask
  if (!VISIBLE.test(ask.message)) throw invalid([{ path: '/message', message: 'the message is empty' }])
  // Neither can be stored as text, nor did a person type it.
  if (ask.message.includes('\0') || !ask.message.isWellFormed()) {
    throw invalid([{ path: '/message', message: 'the message contains characters that are not text' }])
  }
  return ask
}

const has = (body: unknown, field: string) => typeof body === 'object' && body !== null && field in body

function readOwn(body: unknown): Ask {
  const parsed = AskBody.safeParse(body)
  if (!parsed.success) throw refusedOrUnknown(parsed.error, ['chatId', 'edits'])
  const { message, chatId, edits } = parsed.data
  if (edits && !chatId) throw invalid([{ path: '/chatId', message: 'needed to tell whose question is edited' }])
  return { message, mayCreate: chatId === undefined, ...(chatId && { chatId }), ...(edits && { edits: { id: edits } }) }
}

function readRegenerate(body: unknown): Ask {
  const parsed = RegenerateBody.safeParse(body)
  if (!parsed.success) throw refusedOrUnknown(parsed.error, ['chatId', 'regenerates'])
  const { chatId, regenerates } = parsed.data
  return { message: null, chatId, mayCreate: false, regenerates: { message: { id: regenerates } } }
}

function readUseChat(body: unknown): Ask {
  const parsed = UseChatBody.safeParse(body)
  if (!parsed.success) throw refused(parsed.error)
  const { id, messages, trigger, messageId } = parsed.data
  const last = messages.findLast(({ role }) => role === 'user')
  const texts = last?.parts.filter(({ type }) => type === 'text').map(({ text }) => text ?? '')
  const message = messageId === undefined ? undefined : refOf(messageId)
  const ask = Ask.safeParse({
    message: texts?.join('\n') ?? '',
    clientId: last?.id,
    chatId: id,
    mayCreate: !id.startsWith('cht_'),
    ...(trigger === 'regenerate-message' ? { regenerates: { message } } : { edits: message }),
  })
  if (!ask.success) throw refused(ask.error)
  return ask.data
}

/** An id of ours names a message that we stored; any other is the client's own name of one. */
function refOf(messageId: string): MessageRef {
  const ours = MessageId.safeParse(messageId)
  return ours.success ? { id: ours.data } : { clientId: messageId }
}

/** An id that no id can look like is as unknown as one that does not exist. */
function refusedOrUnknown(error: z.ZodError, ids: string[]): AppError {
  const onlyIds = error.issues.every(({ path, code }) => ids.includes(String(path[0])) && code === 'invalid_format')
  return onlyIds ? new AppError('not_found') : refused(error)
}

function refused({ issues }: z.ZodError): AppError {
  return invalid(issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message })))
}

function invalid(details: { path: string; message: string }[], code: ErrorCode = 'invalid_request'): AppError {
  return new AppError(code, { details })
}

import type {
  ChatId,
  ChatMatch,
  ChatMessage,
  ChatSummary,
  Feedback,
  MessageId,
  MessageRef,
  OwnerId,
  Share,
} from '@reviewguide/contracts'
import type { TurnMemory } from '@reviewguide/workflow/ports'

export interface FakeMessage extends Omit<ChatMessage, 'version' | 'feedback'> {
  parent: MessageId | null
  clientId?: string
  memory?: TurnMemory | null
  feedback?: Feedback
}

/** A chat in memory: its messages in the order of writing, and which of those below a message is shown. */
export interface FakeChat {
  owner: OwnerId
  summary: ChatSummary
  messages: FakeMessage[]
  chosen: Map<MessageId | null, MessageId>
  share: (Share & { title: string; messages: FakeMessage[] }) | null
}

export const find = (chat: FakeChat, id: MessageId) => chat.messages.find((message) => message.id === id)

/** The messages that are shown, from the first. */
export function pathOf(chat: FakeChat): FakeMessage[] {
  const path: FakeMessage[] = []
  for (let id = chat.chosen.get(null); id; id = chat.chosen.get(id)) {
    const message = find(chat, id)
    if (message) path.push(message)
  }
  return path
}

/** Chooses the message, and all above it. */
export function choose(chat: FakeChat, message: FakeMessage): void {
  for (let up: FakeMessage | undefined = message; up; up = up.parent === null ? undefined : find(chat, up.parent))
    chat.chosen.set(up.parent, up.id)
}

export function byRef(chat: FakeChat, ref: MessageRef): FakeMessage | undefined {
  if ('id' in ref) return find(chat, ref.id)
  const named = chat.messages.filter(({ clientId }) => clientId === ref.clientId)
  return pathOf(chat).find((message) => named.includes(message)) ?? named.at(-1)
}

export function toMessage(chat: FakeChat, message: FakeMessage): ChatMessage {
  const { parent, clientId: _clientId, memory: _memory, ...rest } = message
  const ids = chat.messages.filter((other) => other.parent === parent).map(({ id }) => id)
  const version = { index: ids.indexOf(message.id) + 1, count: ids.length, ids }
  return structuredClone({ ...rest, ...(ids.length > 1 && { version }) })
}

export const textOf = ({ parts }: Pick<ChatMessage, 'parts'>) =>
  parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Where all the words stand in the chat: in its last message that has them, else in its title. */
export function matchIn(chat: FakeChat, q: string): ChatMatch | null {
  const words = fold(q).split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => fold(text).includes(word))
  const shown = (text: string) => ({
    snippet: text,
    hits: words
      .map((word) => ({ start: fold(text).indexOf(word), end: fold(text).indexOf(word) + word.length }))
      .toSorted((a, b) => a.start - b.start),
  })
  const message = chat.messages.findLast((one) => has(textOf(one)))
  if (message)
    return {
      in: message.role === 'user' ? 'question' : 'answer',
      messageId: message.id,
      ...shown(textOf(message)),
    }
  return has(chat.summary.title) ? { in: 'title', ...shown(chat.summary.title) } : null
}

export type FakeChats = Map<ChatId, FakeChat>

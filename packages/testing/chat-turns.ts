import type { ChatId, GuestId, MessageId, OwnerId, RunId } from '@reviewguide/contracts'
import type { BeginRun, ChatStore, EndRun, TurnMemory } from '@reviewguide/workflow/ports'

let made = 0
/** An id that no other test has. */
export const id = <T>(prefix: string) => `${prefix}_test${String(made++).padStart(10, '0')}` as T
export const guest = () => id<GuestId>('gst')

/** A question of an owner, in a new chat of theirs unless told otherwise. */
export function begin(owner: OwnerId, more: Partial<BeginRun> = {}): BeginRun {
  return {
    runId: id<RunId>('run'),
    chatId: id<ChatId>('cht'),
    mayCreate: true,
    owner,
    question: { messageId: id<MessageId>('msg'), text: 'Best earbuds for running?' },
    answerId: id<MessageId>('msg'),
    ...more,
  }
}

export const memory = (question: string): TurnMemory => ({
  question,
  understanding: {
    intent: 'chat',
    brandsIn: [],
    brandsOut: [],
    aspects: [],
    text: question,
    unread: [],
    items: [],
    itemsOut: [],
    followUp: false,
  },
  shown: [],
})

/** The answer to it. */
export function end({ runId }: BeginRun, more: Partial<EndRun> = {}): EndRun {
  return {
    runId,
    status: 'finished',
    parts: [{ type: 'step-start' }, { type: 'text', text: 'The Lark Stride [1].', state: 'done' }],
    metadata: { outcome: 'answered', read: { reviews: 4, items: 1 } },
    claims: [{ text: 'The Lark Stride [1].', evidence: [1], verdict: 'supported' }],
    memory: null,
    ...more,
  }
}

/** Asks and answers in one go: the answer says what was asked. Gives the ids of both. */
export async function turn(
  store: ChatStore,
  owner: OwnerId,
  chatId: ChatId,
  text: string,
  more: Partial<BeginRun> = {},
) {
  const run = begin(owner, { chatId, question: { messageId: id<MessageId>('msg'), text }, ...more })
  const result = await store.beginRun(run)
  if (result.outcome !== 'begun') throw new Error(`the turn did not begin: ${result.outcome}`)
  const said = `On ${result.question.text}: ${run.answerId}`
  await store.endRun(end(run, { parts: [{ type: 'text', text: said, state: 'done' }], memory: memory(said) }))
  return {
    question: result.question.messageId,
    answer: run.answerId,
    said,
    memory: result.memory,
    count: result.messages,
  }
}

/** The ids of the messages that a chat shows. */
export async function shown(store: ChatStore, owner: OwnerId, chatId: ChatId): Promise<MessageId[] | undefined> {
  return (await store.read(chatId, owner))?.messages.map((message) => message.id)
}

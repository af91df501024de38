import { Chat } from '@ai-sdk/react'
import { dataPartSchemas, MessageMetadata, type StageData } from '@reviewguide/contracts'
import { DefaultChatTransport } from 'ai'
import { type AnswerMessage, fromStored } from './answer-message.ts'
import { api } from './api.ts'
import { refreshChats } from './chats-store.ts'
import { createExternalStore, type ExternalStore } from './external-store.ts'
import { asFailure, type Failure } from './failure.ts'
import { newUuid } from './new-uuid.ts'
import { createResumingFetch } from './resuming-fetch.ts'

export interface SessionState {
  /** Stages of each answer that was seen running, by its message's id; the stream does not repeat them later. */
  stages: Record<string, StageData[]>
  connection: 'open' | 'reconnecting'
  failure: Failure | null
  stopping: boolean
}

/** One chat of this page: its messages, its running answer, and what a person can do about it. Lives on while pages change. */
export interface ChatSession {
  chat: Chat<AnswerMessage>
  state: ExternalStore<SessionState>
  ask(text: string): Promise<void>
  /** Asks the last question once more. */
  retry(): Promise<void>
  /** Follows the active run from its start, if there is one. */
  resume(): Promise<void>
  stop(): Promise<void>
  /** Shows what the server has stored; for when it knows more than this page. */
  reload(): Promise<void>
}

const quiet: Omit<SessionState, 'stages'> = { connection: 'open', failure: null, stopping: false }

export function createChatSession(chatId: string, stored: AnswerMessage[]): ChatSession {
  const state = createExternalStore<SessionState>({ ...quiet, stages: {} })
  const set = (change: Partial<SessionState>) => state.update((now) => ({ ...now, ...change }))
  const streamUrl = `/v1/chat/${encodeURIComponent(chatId)}/stream`
  let idempotencyKey = newUuid()

  const chat = new Chat<AnswerMessage>({
    id: chatId,
    messages: stored,
    generateId: newUuid,
    messageMetadataSchema: MessageMetadata,
    dataPartSchemas,
    transport: new DefaultChatTransport<AnswerMessage>({
      api: '/v1/chat/stream',
      fetch: createResumingFetch({ streamUrl, onConnection: (connection) => set({ connection }) }),
      // The server keeps the history and reads the last question alone.
      prepareSendMessagesRequest: ({ id, messages, trigger, messageId }) => ({
        body: { id, messages: messages.filter(({ role }) => role === 'user').slice(-1), trigger, messageId },
        headers: { 'idempotency-key': idempotencyKey },
      }),
      prepareReconnectToStreamRequest: () => ({ api: streamUrl }),
    }),
    onData: (part) => {
      if (part.type === 'data-stage') addStage(part.data)
      if (part.type === 'data-error') set({ failure: part.data })
    },
    onError: (error) => void fail(error),
    onFinish: () => {
      set({ stopping: false, connection: 'open' })
      refreshChats()
    },
  })

  function addStage(stage: StageData): void {
    const answer = chat.lastMessage
    if (answer?.role !== 'assistant') return
    state.update((now) => {
      const before = (now.stages[answer.id] ?? []).filter((other) => other.stage !== stage.stage)
      const earlier = now.stages[answer.id]?.find((other) => other.stage === stage.stage)
      return { ...now, stages: { ...now.stages, [answer.id]: [...before, { ...earlier, ...stage }] } }
    })
  }

  async function fail(error: Error): Promise<void> {
    // A `data-error` said it already, in better words than the protocol's `error` after it.
    const failure = state.get().failure ?? asFailure(error)
    set({ ...quiet, failure })
    if (failure.code !== 'run_gone') return
    await session.reload()
  }

  const session: ChatSession = {
    chat,
    state,
    async ask(text) {
      set(quiet)
      idempotencyKey = newUuid()
      const asked = chat.sendMessage({ text })
      refreshChats(800)
      await asked
    },
    async retry() {
      set(quiet)
      idempotencyKey = newUuid()
      chat.clearError()
      await chat.regenerate()
    },
    async resume() {
      set(quiet)
      await chat.resumeStream()
    },
    async stop() {
      set({ stopping: true })
      await api.stop(chatId).catch(async () => {
        // The server cannot be told: let go of the line at least.
        await chat.stop()
        set(quiet)
      })
    },
    async reload() {
      try {
        const detail = await api.chat(chatId)
        chat.messages = detail.messages.map(fromStored)
        chat.clearError()
        set(quiet)
        if (detail.active) await chat.resumeStream()
      } catch (error) {
        set({ ...quiet, failure: asFailure(error) })
      }
    },
  }
  return session
}

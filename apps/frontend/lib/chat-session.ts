import { Chat } from '@ai-sdk/react'
import {
  type ChatDetail,
  dataPartSchemas,
  type Feedback,
  MessageMetadata,
  type MessageVersion,
  type Share,
  type StageData,
} from '@reviewguide/contracts'
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
  kept: Kept
}

/** What the server keeps of a chat beside its messages' text. */
export interface Kept {
  /** Of messages that have more than one version, by the id of the one shown. */
  versions: Record<string, MessageVersion>
  feedback: Record<string, Feedback>
  share: Share | null
  /** Where earlier messages begin that are not read yet. */
  earlierCursor: string | null
}

/** One chat of this page: its messages, its running answer, and what a person can do about it. Lives on while pages change. */
export interface ChatSession {
  chat: Chat<AnswerMessage>
  state: ExternalStore<SessionState>
  ask(text: string): Promise<void>
  /** Asks the last question once more. */
  retry(): Promise<void>
  /** Asks an earlier question in other words, as a new version of it; what followed the old one stays with that. */
  edit(questionId: string, text: string): Promise<void>
  /** Has an answer written once more, as a new version of it. */
  regenerate(answerId: string): Promise<void>
  /** Shows another version of a message, with what followed it. */
  show(messageId: string): Promise<void>
  /** Puts the messages before those shown in front of them. */
  readEarlier(): Promise<void>
  /** Says what the person thinks of an answer, or takes it back; undone when the server cannot be told. */
  rate(answerId: string, feedback: Feedback | null): Promise<void>
  /** Makes the public page of the chat as it is now, or ends it. Throws a `FailureError`. */
  share(on: boolean): Promise<void>
  /** Follows the active run from its start, if there is one. */
  resume(): Promise<void>
  stop(): Promise<void>
  /** Shows what the server has stored; for when it knows more than this page. */
  reload(): Promise<void>
}

const quiet: Omit<SessionState, 'stages' | 'kept'> = { connection: 'open', failure: null, stopping: false }

/** Begins to follow a chat; `detail` is what the server has of it so far, nothing for one that is only being asked for. */
export function createChatSession(chatId: string, detail: ChatDetail | null): ChatSession {
  const state = createExternalStore<SessionState>({ ...quiet, stages: {}, kept: keptOf(detail) })
  const set = (change: Partial<SessionState>) => state.update((now) => ({ ...now, ...change }))
  const streamUrl = `/v1/chat/${encodeURIComponent(chatId)}/stream`
  let idempotencyKey = newUuid()

  const chat = new Chat<AnswerMessage>({
    id: chatId,
    messages: detail?.messages.map(fromStored) ?? [],
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

  function keep(change: Partial<Kept>): void {
    state.update((now) => ({ ...now, kept: { ...now.kept, ...change } }))
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
    async edit(questionId, text) {
      set(quiet)
      idempotencyKey = newUuid()
      chat.clearError()
      await chat.sendMessage({ text, messageId: questionId })
      // Only the server knows the new version's id, and how many there are now.
      if (!state.get().failure) await session.reload()
    },
    async regenerate(answerId) {
      set(quiet)
      idempotencyKey = newUuid()
      chat.clearError()
      await chat.regenerate({ messageId: answerId })
      if (!state.get().failure) await session.reload()
    },
    async show(messageId) {
      try {
        await api.showMessage(chatId, messageId)
        await session.reload()
      } catch (error) {
        set({ failure: asFailure(error) })
      }
    },
    async readEarlier() {
      const { kept } = state.get()
      if (kept.earlierCursor === null) return
      const page = await api.earlierMessages(chatId, kept.earlierCursor)
      const earlier = page.items.toReversed()
      chat.messages = [...earlier.map(fromStored), ...chat.messages]
      const { versions, feedback } = notesOf(earlier)
      keep({
        versions: { ...kept.versions, ...versions },
        feedback: { ...kept.feedback, ...feedback },
        earlierCursor: page.nextCursor,
      })
    },
    async rate(answerId, feedback) {
      const before = state.get().kept.feedback
      const { [answerId]: _taken, ...others } = before
      keep({ feedback: feedback ? { ...before, [answerId]: feedback } : others })
      const told = feedback ? api.giveFeedback(chatId, answerId, feedback) : api.takeFeedbackBack(chatId, answerId)
      await told.catch((error: unknown) => {
        keep({ feedback: before })
        throw error
      })
    },
    async share(on) {
      if (on) keep({ share: await api.shareChat(chatId) })
      else {
        await api.unshareChat(chatId)
        keep({ share: null })
      }
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
        set({ ...quiet, kept: keptOf(detail) })
        if (detail.active) await chat.resumeStream()
      } catch (error) {
        set({ ...quiet, failure: asFailure(error) })
      }
    },
  }
  return session
}

function keptOf(detail: ChatDetail | null): Kept {
  const notes = notesOf(detail?.messages ?? [])
  return { ...notes, share: detail?.share ?? null, earlierCursor: detail?.earlierCursor ?? null }
}

function notesOf(messages: ChatDetail['messages']): Pick<Kept, 'versions' | 'feedback'> {
  return {
    versions: Object.fromEntries(messages.flatMap(({ id, version }) => (version ? [[id, version]] : []))),
    feedback: Object.fromEntries(messages.flatMap(({ id, feedback }) => (feedback ? [[id, feedback]] : []))),
  }
}

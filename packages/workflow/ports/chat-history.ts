import type {
  ChatDetail,
  ChatId,
  ChatMessage,
  ChatPage,
  ChatSummary,
  Feedback,
  MessageId,
  MessagePage,
  OwnerId,
} from '@reviewguide/contracts'

/**
 * What an owner has asked and was answered. The messages of a chat form a tree, because an edit or another try keeps what was there; one path through
 * it is shown. Messages never change once stored.
 */
export interface ChatHistory {
  /** The last used first; with `q` those whose title, or one of whose messages, has all its words. Throws `invalid_request` for a cursor that is none. */
  list(owner: OwnerId, options: { q?: string; cursor?: string; limit: number }): Promise<ChatPage>
  /** A chat with the newest messages of its path; null when there is none, or it is somebody else's. */
  read(chatId: ChatId, owner: OwnerId): Promise<ChatDetail | null>
  /** The path's messages, newest first. Null as with `read`; throws `invalid_request` for a cursor that is none. */
  messages(chatId: ChatId, owner: OwnerId, page: { cursor?: string; limit: number }): Promise<MessagePage | null>
  /** One message, shown or not. Null for a message of another chat. */
  message(chatId: ChatId, owner: OwnerId, messageId: MessageId): Promise<ChatMessage | null>
  /**
   * Shows the message in the place of its other versions, with what was last shown beneath it. `run_active` while an answer is being written: its
   * place is on the path that is shown.
   */
  show(chatId: ChatId, owner: OwnerId, messageId: MessageId): Promise<'shown' | 'not_found' | 'run_active'>
  rename(chatId: ChatId, owner: OwnerId, title: string): Promise<ChatSummary | null>
  /** True when there was something to delete. */
  delete(chatId: ChatId, owner: OwnerId): Promise<boolean>
  /** Keeps what the owner thinks of an answer in place of what was kept before; null forgets it. False when the chat has no such answer. */
  giveFeedback(chatId: ChatId, owner: OwnerId, answerId: MessageId, feedback: Feedback | null): Promise<boolean>
}

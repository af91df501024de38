import type { ChatMessage, ChatSummary, MessageId, OwnerId } from '@reviewguide/contracts'

/** A chat with all that is stored of it, in the order of writing. */
export interface OwnedChat extends ChatSummary {
  messages: (ChatMessage & {
    /** The message that it follows; null for a first question. */
    after: MessageId | null
    shown: boolean
  })[]
}

/** All chats of an owner at once. */
export interface OwnedChats {
  /** Every chat of the owner, oldest first, one in memory at a time. */
  exportAll(owner: OwnerId): AsyncIterable<OwnedChat>
  /** Deletes every chat of the owner with all that hangs on it, shares and active runs included. Returns how many there were. */
  deleteAll(owner: OwnerId): Promise<number>
  /** Makes every chat of one owner another's, in one transaction, active runs included; they end as if nothing had happened. Returns how many there were. */
  moveAll(from: OwnerId, to: OwnerId): Promise<number>
}

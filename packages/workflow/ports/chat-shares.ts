import type { ChatId, OwnerId, Share, SharedChat, ShareToken } from '@reviewguide/contracts'

/** Chats that their owners let others read. */
export interface ChatShares {
  /**
   * Shares the path that is shown now, as it is now: what is asked later is not shared with it. A chat shared already keeps its token and is shared
   * as it is now. `run_active` while an answer is being written.
   */
  share(chatId: ChatId, owner: OwnerId, token: ShareToken): Promise<Share | 'not_found' | 'run_active'>
  /** Takes the share back; nobody reads by its token from then on. False when the owner has no such chat; true also when it was not shared. */
  unshare(chatId: ChatId, owner: OwnerId): Promise<boolean>
  /** What is shared by the token, or null: never given out, taken back, or its chat deleted. */
  shared(token: ShareToken): Promise<SharedChat | null>
}

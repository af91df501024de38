import { randomUUID } from 'node:crypto'
import { ChatId, GuestId, MessageId, RunId } from '@reviewguide/contracts'
import type { RunIds } from '@reviewguide/workflow/runs'

/** 122 random bits: nobody guesses one, and no two are the same. */
const random = () => randomUUID().replaceAll('-', '')

export const ids: RunIds & { guest(): GuestId; request(): string } = {
  run: () => RunId.parse(`run_${random()}`),
  chat: () => ChatId.parse(`cht_${random()}`),
  message: () => MessageId.parse(`msg_${random()}`),
  guest: () => GuestId.parse(`gst_${random()}`),
  request: () => `req_${random()}`,
}

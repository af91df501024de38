import { randomBytes, randomUUID } from 'node:crypto'
import { ChatId, GuestId, MessageId, RunId, ShareToken } from '@reviewguide/contracts'
import type { RunIds } from '@reviewguide/workflow/runs'

/** 122 random bits: nobody guesses one, and no two are the same. */
const random = () => randomUUID().replaceAll('-', '')

export const ids: RunIds & { guest(): GuestId; request(): string; share(): ShareToken } = {
  run: () => RunId.parse(`run_${random()}`),
  chat: () => ChatId.parse(`cht_${random()}`),
  message: () => MessageId.parse(`msg_${random()}`),
  guest: () => GuestId.parse(`gst_${random()}`),
  share: () => ShareToken.parse(`shr_${randomBytes(32).toString('base64url')}`),
  request: () => `req_${random()}`,
}

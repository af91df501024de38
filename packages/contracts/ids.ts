import { z } from 'zod'

/** Ids are opaque strings with a prefix that names what they identify; brands keep one from passing for another. */
const id = <B extends string>(prefix: string, brand: B) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{10,40}$`), `expected an id that begins with "${prefix}_"`)
    .describe(`${brand}: begins with ${prefix}_`)
    .brand<B>()

export const ItemId = id('itm', 'ItemId')
export type ItemId = z.infer<typeof ItemId>

export const ReviewId = id('rev', 'ReviewId')
export type ReviewId = z.infer<typeof ReviewId>

export const ImportId = id('imp', 'ImportId')
export type ImportId = z.infer<typeof ImportId>

export const RunId = id('run', 'RunId')
export type RunId = z.infer<typeof RunId>

export const MessageId = id('msg', 'MessageId')
export type MessageId = z.infer<typeof MessageId>

/** A chat made by this server has an id of ours; one that a `useChat` client brought along is a UUID. */
export const ChatId = z
  .string()
  .regex(/^(cht_[0-9a-z]{10,40}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i, 'expected a chat id')
  .describe('ChatId: begins with cht_, or is a UUID that the client made')
  .brand<'ChatId'>()
export type ChatId = z.infer<typeof ChatId>

export const GuestId = id('gst', 'GuestId')
export type GuestId = z.infer<typeof GuestId>

export const AccountId = id('acc', 'AccountId')
export type AccountId = z.infer<typeof AccountId>

/** Whose something is: a guest's, or an account's. */
export const OwnerId = z.union([AccountId, GuestId])
export type OwnerId = z.infer<typeof OwnerId>

/** A place where an account is signed in. It is no secret: the cookie holds another value. */
export const SessionId = id('ses', 'SessionId')
export type SessionId = z.infer<typeof SessionId>

export const ApiKeyId = id('key', 'ApiKeyId')
export type ApiKeyId = z.infer<typeof ApiKeyId>
/** Who has it may read the chat that was shared by it; 256 random bits, so that nobody guesses one. */
export const ShareToken = z
  .string()
  .regex(/^shr_[\w-]{43}$/, 'expected the token of a shared chat')
  .describe('ShareToken: begins with shr_')
  .brand<'ShareToken'>()
export type ShareToken = z.infer<typeof ShareToken>

/** What names a request in the logs of all who handled it. One that a client brings along is taken over when it is of this form: anything else could forge lines. */
export const RequestId = z.string().regex(/^[\w.:-]{8,100}$/, 'expected 8 to 100 letters, digits and . : _ -')

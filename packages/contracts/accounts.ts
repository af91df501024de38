import { z } from 'zod'
import { page } from './http.ts'
import { AccountId, ApiKeyId, GuestId, SessionId } from './ids.ts'

/** Bounds of a password in UTF-16 units: short ones are guessed, and hashing a book would keep the server busy. */
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128

/** An administrator may look after accounts; what belongs to others stays theirs. */
export const Role = z.enum(['person', 'administrator'])
export type Role = z.infer<typeof Role>

/** Addresses are compared without case, and kept in lower case. */
export const Email = z.email('expected an email address').max(254, 'at most 254 characters').toLowerCase()

const newPassword = z
  .string()
  .min(PASSWORD_MIN, `at least ${PASSWORD_MIN} characters`)
  .max(PASSWORD_MAX, `at most ${PASSWORD_MAX} characters`)
/** A password that is compared and not set: one that can be nobody's is wrong, not malformed. */
const givenPassword = z.string().max(1000)
/** What a person is called: one line of text, or nothing. */
const personName = z
  .string()
  .trim()
  .max(100, 'at most 100 characters')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'expected one line of text')
const token = z.string().min(1).max(2000)

/** A person with an account. */
export const Account = z.object({
  accountId: AccountId,
  email: z.string(),
  name: z.string(),
  role: Role,
  /** True once the person has shown that mail to the address reaches them. */
  emailConfirmed: z.boolean(),
  createdAt: z.string(),
})
export type Account = z.infer<typeof Account>

/** `GET /v1/auth/me`: who is asking. A guest is somebody who has asked here before, without an account. */
export const Me = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('guest'), guestId: GuestId }),
  z.object({ kind: z.literal('account'), via: z.enum(['session', 'api_key']), account: Account }),
])
export type Me = z.infer<typeof Me>

/** `GET /v1/auth/providers`: the ways to sign in that this installation offers. */
export const SignInWays = z.object({
  /** For `POST /v1/auth/sign-in/{provider}`. */
  providers: z.array(z.enum(['google', 'github'])),
  /** True when a new address must be confirmed by mail before it can sign in. */
  confirmsEmail: z.boolean(),
  /** True when accounts can make API keys. */
  apiKeys: z.boolean(),
})
export type SignInWays = z.infer<typeof SignInWays>

export const SignUpBody = z.strictObject({ email: Email, password: newPassword, name: personName.default('') })
export type SignUpBody = z.infer<typeof SignUpBody>

/**
 * `POST /v1/auth/sign-up`. `confirm_email`: a letter is on its way, and what it says depends on whether the address had an account already;
 * the answer does not. `signed_in`: the installation sends no mail, and the account is in use.
 */
export const SignUpOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed_in'), account: Account }),
  z.object({ outcome: z.literal('confirm_email') }),
])
export type SignUpOutcome = z.infer<typeof SignUpOutcome>

export const SignInBody = z.strictObject({
  email: Email,
  password: givenPassword,
  /** False ends the session with the browser, and after a day. */
  remember: z.boolean().default(true),
})
export type SignInBody = z.infer<typeof SignInBody>

/** Who has been signed in. */
export const SignedIn = z.object({ account: Account })
export type SignedIn = z.infer<typeof SignedIn>

/** Where to go on after a provider's page: a path of this site. */
export const ProviderSignInBody = z
  .strictObject({
    returnTo: z
      .string()
      .max(500)
      // Another site's address would make us its door: `//host` and `/\host` are such addresses to browsers.
      .regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u, 'expected a path of this site')
      .default('/'),
  })
  .default({ returnTo: '/' })
/** The provider's page that the browser should open. */
export const ProviderSignIn = z.object({ url: z.string() })

/** The token of the link `/confirm-email?token=…` in a letter. */
export const ConfirmEmailBody = z.strictObject({ token })
export const ForgotBody = z.strictObject({ email: Email })
/** The token of the link `/reset-password?token=…` in a letter. */
export const ResetBody = z.strictObject({ token, newPassword })
export const ChangePasswordBody = z.strictObject({ currentPassword: givenPassword, newPassword })

/** A place where an account is signed in. */
export const Session = z.object({
  sessionId: SessionId,
  /** True for the session that asks. */
  current: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** Address and browser at the time of signing in; null when unknown. */
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
})
export type Session = z.infer<typeof Session>
export const SessionList = z.object({ items: z.array(Session) })

/** An account with a password proves itself once more before everything goes. */
export const DeleteMeBody = z.strictObject({ password: givenPassword.optional() }).default({})

export const ApiKey = z.object({
  apiKeyId: ApiKeyId,
  name: z.string(),
  /** The key's first characters, to tell keys apart. */
  start: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
export const ApiKeyList = z.object({ items: z.array(ApiKey) })
export const ApiKeyBody = z.strictObject({
  name: personName.min(1, 'the name is empty').max(32, 'at most 32 characters'),
  /** Days until the key stops working; for ever when left out. */
  expiresInDays: z.int().min(1).max(3650).optional(),
})
/** The key itself, which is shown this once and kept nowhere. */
export const NewApiKey = ApiKey.extend({ key: z.string() })
export type NewApiKey = z.infer<typeof NewApiKey>

/** An account as an administrator sees it. */
export const ListedAccount = Account.extend({ disabled: z.boolean() })
export type ListedAccount = z.infer<typeof ListedAccount>
export const AccountPage = page(ListedAccount)
export type AccountPage = z.infer<typeof AccountPage>
export const AccountsQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** A part of the address or the name. */
  q: z.string().max(254).optional(),
})

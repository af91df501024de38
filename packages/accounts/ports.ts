/** Sessions close at hand, shared by all backends. They may be lost at any time: Postgres holds them all. Each call may throw when the store is away. */
export interface SessionStore {
  /** The value under the key, or null. */
  get(key: string): Promise<string | null>
  /** Keeps the value for `ttlMs` milliseconds at most, unless the key is barred, decided in one step. */
  put(key: string, value: string, ttlMs: number): Promise<void>
  /** Removes the value and keeps others from putting one for `ttlMs`: somebody may have read it from Postgres just before it went there. */
  bar(key: string, ttlMs: number): Promise<void>
  /** Removes the value. */
  remove(key: string): Promise<void>
}

/** Counts of attempts within a time, shared by all backends. Each call may throw when the store is away. */
export interface AttemptStore {
  /** Counts one more and tells how many there are and how long until the count is forgotten, `windowMs` after its first. In one step. */
  add(key: string, windowMs: number): Promise<{ count: number; leftMs: number }>
  /** Takes one attempt back. */
  takeBack(key: string): Promise<void>
  /** Forgets the count. */
  forget(key: string): Promise<void>
}

/** A letter as plain text; whoever shows it as anything else shows what strangers typed. */
export interface Letter {
  to: string
  subject: string
  text: string
}

/** Sends letters. */
export interface Mailer {
  /** False when letters reach nobody's mailbox and are only shown to the operator. */
  delivers: boolean
  /** Resolves when the letter was handed on. Throws when it could not be. */
  send(letter: Letter): Promise<void>
  close(): void
}

/** A start of our own PostgreSQL that cannot go on. Its message is a whole sentence for the person at the terminal, with what to do. */
export class OwnPostgresError extends Error {
  /** `in_use`: another process has the data folder, and trying again can help. */
  readonly reason: 'in_use' | 'failed'

  constructor(message: string, options: { cause?: unknown; reason?: 'in_use' } = {}) {
    super(message, { cause: options.cause })
    this.name = 'OwnPostgresError'
    this.reason = options.reason ?? 'failed'
  }
}

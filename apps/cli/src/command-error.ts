/** A command that cannot go on for a reason the person can act on. Its message is a whole sentence; the process ends with status 1. */
export class CommandError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'CommandError'
  }
}

import type { Mailer } from '@reviewguide/accounts'
import type { Tracer } from '@reviewguide/workflow/ports'

/** The same mailer, each letter a call in the trace that it is a part of. To whom and what about stays out. */
export function tracedMailer(mailer: Mailer, tracer: Tracer): Mailer {
  return {
    ...mailer,
    async send(letter) {
      const span = tracer.call('send letter', { 'network.protocol.name': 'smtp' })
      try {
        await mailer.send(letter)
        span?.end()
      } catch (cause) {
        span?.end(cause instanceof Error ? cause.name : 'unknown')
        throw cause
      }
    },
  }
}

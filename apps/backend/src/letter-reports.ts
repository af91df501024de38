import type { createShownMailer } from '@reviewguide/accounts'
import type { Logger } from 'pino'

/**
 * What becomes of a letter where there is no mail server. On a developer's machine it is shown in the log, with its link. In production logs are read by
 * many, kept for weeks and copied elsewhere, and who has the link has the account: there the log says only that a letter was not sent.
 */
export function reportLetter(
  logger: Logger,
  { production }: { production: boolean },
): Parameters<typeof createShownMailer>[0] {
  if (production) return () => logger.warn('there is no mail server (SMTP_URL): a letter was not sent')
  return (letter) => logger.warn({ letter }, 'there is no mail server: a letter is shown here')
}

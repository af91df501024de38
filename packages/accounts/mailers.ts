import { createTransport } from 'nodemailer'
import type { Letter, Mailer } from './ports.ts'

/** A server that takes longer to answer is away. */
const SMTP_MS = 10_000

/**
 * Sends by SMTP: `smtp://` (with STARTTLS where the server offers it) or `smtps://`, with user and password in the address where it needs them.
 * `from` is the sender, an address or `Name <address>`.
 */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: SMTP_MS, greetingTimeout: SMTP_MS, socketTimeout: SMTP_MS },
    { from },
  )
  return {
    delivers: true,
    async send({ to, subject, text }) {
      // As one mailbox and not as text to be parsed: an address list in disguise would copy the letter to others.
      await transport.sendMail({ to: { name: '', address: to }, subject, text })
    },
    close: () => transport.close(),
  }
}

/** Where there is no mail server, the operator reads the letters and hands the links on. */
export function createShownMailer(show: (letter: Letter) => void): Mailer {
  return { delivers: false, send: async (letter) => show(letter), close: () => {} }
}

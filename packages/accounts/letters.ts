import type { Letter } from './ports.ts'

/** Pages of the site that letters lead to; each takes `token`. */
const PAGES = { confirm: '/confirm-email', reset: '/reset-password' } as const

const link = (publicUrl: string, page: keyof typeof PAGES, token: string) =>
  `${publicUrl}${PAGES[page]}?token=${encodeURIComponent(token)}`

/** The address at which a new password can be set once, within an hour. */
export const resetLink = (publicUrl: string, token: string) => link(publicUrl, 'reset', token)

/** Whether a text can be a token of a letter at all; a damaged link is like one that is too old. */
export const isToken = (text: string): boolean => /^[\w.-]+$/.test(text)

const lines = (...text: string[]) => text.join('\n\n')
const NOT_YOU = 'If this was not you, nothing needs to be done.'

/** Letters to a person. They name nobody: a name is what a stranger typed at sign-up, and might be an advertisement. */
export function createLetters(publicUrl: string) {
  const { host } = new URL(publicUrl)
  return {
    confirm: (to: string, token: string): Letter => ({
      to,
      subject: `Confirm your address for ${host}`,
      text: lines(
        `Somebody made an account for this address on ${host}. To use it, open this link within an hour:`,
        link(publicUrl, 'confirm', token),
        NOT_YOU,
      ),
    }),
    /** To somebody who signs up with an address that has an account: the answer on the screen does not say so. */
    alreadyThere: (to: string): Letter => ({
      to,
      subject: `You have an account on ${host}`,
      text: lines(
        `Somebody tried to make an account for this address on ${host}, and there is one already. Sign in here:`,
        `${publicUrl}/sign-in`,
        'If the password is lost, ask there for a new one.',
        NOT_YOU,
      ),
    }),
    reset: (to: string, token: string): Letter => ({
      to,
      subject: `A new password for ${host}`,
      text: lines(
        `To set a new password for your account on ${host}, open this link within an hour:`,
        resetLink(publicUrl, token),
        NOT_YOU,
      ),
    }),
    passwordChanged: (to: string): Letter => ({
      to,
      subject: `Your password for ${host} was changed`,
      text: lines(
        `The password of your account on ${host} was changed, and it was signed out everywhere else.`,
        `If this was not you, set a new one: ${publicUrl}/sign-in`,
      ),
    }),
  }
}

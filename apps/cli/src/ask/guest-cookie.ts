import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who the command line is to the server: a guest, known by a cookie like any browser. */
export interface GuestCookie {
  header(): { cookie?: string }
  /** Keeps the cookie that a response sets, so that a later question can go on with the chat. */
  keep(response: Response): void
}

/** The cookie that is kept in a data folder, readable by its owner alone. */
export function guestCookie(folder: string): GuestCookie {
  const file = join(folder, 'guest-cookie')
  let value = read(file)
  return {
    header: () => (value ? { cookie: value } : {}),
    keep(response) {
      const [pair] = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
      if (!pair) return
      value = pair
      writeFileSync(file, pair, { mode: 0o600 })
    },
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

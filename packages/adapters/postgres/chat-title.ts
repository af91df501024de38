/** Longest title, in UTF-16 units: what a line of the chat list shows. */
const TITLE_LIMIT = 60

/** Spaces, controls, and characters that show nothing or turn the direction of the list's text. Joiners stay: they are part of letters and emoji. */
const BLANKS = /[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu

/** A greeting at the beginning, with whom it greets: every chat would be called "Hello". */
const GREETING =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?:(?: (?:there|all|everyone|everybody|team|reviewguide))?[,.!:]+ | (?:there|everyone|everybody) )/i

/** The shortest rest that is still a title once the greeting is gone. */
const SHORTEST = 8

/** A chat's first name: its question on one line without a greeting, cut at a word. Never empty. */
export function chatTitle(question: string): string {
  const line = withoutGreeting(question.replace(BLANKS, ' ').trim())
  if (line.length <= TITLE_LIMIT) return line || 'New chat'
  // Room for the dots; a word that is longer than all of it is cut inside.
  const start = line.slice(0, TITLE_LIMIT - 1)
  const space = start.lastIndexOf(' ')
  const kept =
    line[start.length] === ' '
      ? start
      : space > TITLE_LIMIT / 3
        ? start.slice(0, space)
        : start.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`
}

function withoutGreeting(line: string): string {
  const rest = line.replace(GREETING, '')
  if (rest === line || rest.length < SHORTEST) return line
  const [first = ''] = rest
  return `${first.toUpperCase()}${rest.slice(first.length)}`
}

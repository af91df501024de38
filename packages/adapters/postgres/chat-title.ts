/** Longest title, in UTF-16 units: what a line of the chat list shows. */
const TITLE_LIMIT = 60

/** A chat's first name: its question on one line, cut at a word. Never empty. */
export function chatTitle(question: string): string {
  const line = question.replace(/[\s\p{Cc}]+/gu, ' ').trim()
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

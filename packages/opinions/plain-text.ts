/** Whether a text is of ASCII alone. Most are, and of those Unicode's rules say the same as plain ones at several times the cost. */
export const isPlain = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** How many words a text has: runs of letters, digits and apostrophes, marks among them where `marks` says so. */
export function countRuns(text: string, { marks = false } = {}): number {
  if (!isPlain(text)) return text.match(marks ? /[\p{L}\p{M}\p{N}'’]+/gu : /[\p{L}\p{N}'’]+/gu)?.length ?? 0
  let runs = 0
  let within = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const belongs =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 39
    if (belongs && !within) runs += 1
    within = belongs
  }
  return runs
}

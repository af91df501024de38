/**
 * Markdown that is still being written, so that nothing on the screen changes its shape when the rest comes:
 * half a citation (`[1`) is held back and an open emphasis is closed.
 */
export function settleMarkdown(text: string): string {
  const whole = text.replace(/\[\d{0,3}$/, '').replace(/(?<!\*)\*$/, '')
  const open = (whole.match(/\*\*/g) ?? []).length % 2 === 1
  if (!open) return whole
  // `**` with nothing after it has nothing to be strong about yet.
  return /\*\*\s*$/.test(whole) ? whole.replace(/\*\*\s*$/, '') : `${whole.trimEnd()}**`
}

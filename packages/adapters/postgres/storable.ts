/** Text that Postgres can store: it has no place for NUL, which becomes the replacement character, so that offsets stay what they are. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

/** The JSON text of a value for a jsonb column, which takes neither NUL nor half of a surrogate pair. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // Both come out escaped. Seldom is there any, and looking at each part of an answer costs five times as much as writing it.
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part))
}

/** What the code that Next bundles may write to the log of the server that it runs in. */
export interface ProcessLog {
  error(fields: object, text: string): void
}

const LOG = Symbol.for('reviewguide.log')

/** Makes this the log of the process: what is bundled apart from `server.ts` shares no module with it. */
export function openProcessLog(log: ProcessLog): void {
  Object.assign(globalThis, { [LOG]: log })
}

/** The log of the process; the console where nobody opened one, as in development. */
export function processLog(): ProcessLog {
  const opened = (globalThis as { [LOG]?: ProcessLog })[LOG]
  return opened ?? { error: (fields, text) => console.error(text, fields) }
}

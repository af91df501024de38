import { jsonSpan } from './json-span.ts'
import { tooDeep } from './parse-object.ts'
import { type Format, type Row, type RowParser, tooLong } from './row.ts'

/** All JSON-LD of a page, in UTF-16 units. */
const MAX_PAGE = 8_000_000

/** The longest opening tag of a script that is recognised. */
const MAX_TAG = 2000

const opening = new RegExp(`<script\\b[^>]{0,${MAX_TAG}}>`, 'i')

const start = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|script|div|link|title)\b/i
/** XHTML begins as XML does. */
const xhtml = /^\s*<\?xml[^>]*>\s*(?:<![^>]*>\s*)*<html\b/i

/** A web page: its JSON-LD (schema.org) is read, nothing else of it. */
export const html: Format = {
  name: 'html',
  detect: (head) => start.test(head) || xhtml.test(head),
  createParser: () => createHtmlParser(),
}

/** Gathers the `application/ld+json` scripts of a page and gives them as one row at its end, because they refer to each other. A broken one is a row of its own. */
export function createHtmlParser({ maxLength = MAX_PAGE } = {}): RowParser {
  const decoder = new TextDecoder()
  let text = ''
  let line = 1
  let block: { line: number; text: string; linked: boolean } | null = null
  let size = 0
  const graph: unknown[] = []
  const rows: Row[] = []

  const moveOver = (length: number) => {
    for (let n = text.indexOf('\n'); n !== -1 && n < length; n = text.indexOf('\n', n + 1)) line++
    text = text.slice(length)
  }
  const closeBlock = () => {
    if (block?.linked) {
      const parsed = parseBlock(block.text)
      const raw = Buffer.from(block.text.slice(0, 2000))
      if (size > maxLength) rows.push({ line: block.line, raw, reason: tooLong })
      else if ('reason' in parsed) rows.push({ line: block.line, raw, reason: parsed.reason })
      else graph.push(parsed.value)
    }
    block = null
  }
  const read = () => {
    for (;;) {
      if (block === null) {
        const tag = opening.exec(text)
        if (tag === null) {
          moveOver(Math.max(0, text.length - MAX_TAG - 10))
          return
        }
        moveOver(tag.index + tag[0].length)
        block = { line, text: '', linked: /type\s*=\s*["']?application\/ld\+json/i.test(tag[0]) }
      }
      const end = text.search(/<\/script/i)
      // What could be the beginning of the end mark waits for the rest of it.
      const take = end === -1 ? Math.max(0, text.length - 8) : end
      if (block.linked) {
        size += take
        if (size <= maxLength) block.text += text.slice(0, take)
      }
      moveOver(take)
      if (end === -1) return
      closeBlock()
    }
  }
  return {
    push(chunk) {
      text += decoder.decode(chunk, { stream: true })
      read()
      return []
    },
    end() {
      read()
      if (block?.linked)
        rows.push({
          line: block.line,
          raw: Buffer.from(block.text.slice(0, 2000)),
          reason: 'broken JSON-LD: the page is cut off',
        })
      if (graph.length > 0)
        rows.push({ line: 1, raw: Buffer.from(JSON.stringify(graph).slice(0, 2000)), values: { '@graph': graph } })
      if (rows.length === 0)
        rows.push({ line: 1, raw: Buffer.alloc(0), reason: 'no JSON-LD (schema.org) stands in the page' })
      return rows
    },
  }
}

/** Pages wrap JSON in comments, or put line breaks into its texts, where JSON wants them escaped. */
function parseBlock(block: string): { value: unknown } | { reason: string } {
  const bare = block
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, '')
  // oxlint-disable-next-line no-control-regex -- these are what JSON forbids in a text
  const oneLine = bare.replace(/[\u0000-\u001f]/g, ' ').trim()
  const span = jsonSpan(Buffer.from(oneLine), 0)
  if (typeof span === 'object' && span.deep) return { reason: tooDeep }
  try {
    return { value: JSON.parse(oneLine) }
  } catch (error) {
    return { reason: `broken JSON-LD: ${error instanceof Error ? error.message.slice(0, 200) : 'cannot be read'}` }
  }
}

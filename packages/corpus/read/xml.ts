import sax from 'sax'
import { html } from './html.ts'
import { MAX_DEPTH } from './json-span.ts'
import { tooDeep } from './parse-object.ts'
import { type Format, MAX_RECORD_BYTES, type Row, type RowParser, tooLong } from './row.ts'

/** Elements that are a record each; one within another belongs to it. */
const records = new Set(['review', 'row', 'record', 'entry', 'item'])

/** What an element costs beside its text, so that a million empty ones do not fill the memory. */
const ELEMENT_COST = 60

/** XML whose records are `<review>` (or `<row>`, `<record>` …) elements, such as Google's feeds of product reviews. */
export const xml: Format = {
  name: 'xml',
  detect: (head) => /^\s*<[?!a-z]/i.test(head) && !html.detect(head),
  createParser: () => createXmlParser(),
}

/** An element as JSON would write it: its parts by name, attributes among them, its own text as "#text". */
interface Element {
  name: string
  parts: Record<string, unknown>
  text: string
}

/**
 * Takes records out of XML as its bytes arrive, each as an object of its parts. No entity is expanded but XML's own five, and a document with a DTD is not read,
 * since entities that name each other are the one way for a small document to become a huge one. A record that is no XML is rejected alone.
 */
export function createXmlParser({ maxLength = MAX_RECORD_BYTES } = {}): RowParser {
  const decoder = new TextDecoder()
  const parser = sax.parser(true, { strictEntities: true })
  let rows: Row[] = []
  let open: Element[] = []
  let depth = 0
  let size = 0
  let startLine = 1
  let wrong: string | null = null
  let dead = false
  let outside = false
  /** What stands before the records and holds for all of them: names and addresses, by the name of their parent. */
  let around: string[] = []
  const context: Record<string, unknown> = {}

  const stop = (reason: string) => {
    if (!dead) rows.push({ line: parser.line + 1, raw: Buffer.alloc(0), reason })
    dead = true
  }
  const spend = (cost: number) => {
    size += cost
    if (size > maxLength) wrong ??= tooLong
    if (wrong !== null) open = open.slice(0, 1)
  }
  const finish = (element: Element) => {
    const raw = Buffer.from(JSON.stringify(element.parts).slice(0, 2000))
    rows.push(
      wrong === null
        ? { line: startLine, raw, values: { ...context, ...element.parts } }
        : { line: startLine, raw, reason: wrong },
    )
    open = []
    wrong = null
  }

  parser.onopentag = ({ name: full, attributes }) => {
    if (dead) return
    const name = localName(full)
    if (open.length === 0) {
      if (!records.has(name)) {
        around.push(name)
        return
      }
      depth = 0
      size = 0
      startLine = parser.line + 1
    }
    depth++
    if (depth > MAX_DEPTH) wrong ??= tooDeep
    spend(ELEMENT_COST + name.length + Object.entries(attributes).join('').length)
    if (wrong === null || depth === 1) open.push({ name, parts: ownParts(attributes), text: '' })
  }
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element === undefined) {
      const [parent = '', name = ''] = around.slice(-2)
      if (name !== '' && text.trim() !== '' && text.length < 500) context[`${parent}.${name}`] ??= text.trim()
      return
    }
    spend(text.length)
    if (text.includes('\ufffd')) wrong ??= 'wrong encoding: not what the XML declares'
    if (wrong === null) element.text += text
  }
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a parser is no element of a page
  parser.ontext = addText
  parser.oncdata = addText
  parser.onclosetag = () => {
    if (open.length === 0) {
      around = around.slice(0, -1)
      return
    }
    depth--
    if (depth === 0) {
      const [record] = open
      if (record) finish(record)
      return
    }
    if (wrong !== null) return
    const element = open.pop()
    const parent = open.at(-1)
    if (element && parent) addPart(parent.parts, element.name, valueOf(element))
  }
  parser.ondoctype = () => stop('the XML has a document type (DTD), which is not read: it can make a small file huge')
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a parser is no element of a page
  parser.onerror = (error) => {
    const why = error.message.split('\n', 1)[0] ?? ''
    if (why.startsWith('Max buffer length exceeded: doctype')) parser.ondoctype('')
    // A comment says nothing: what came of it is let go.
    else if (why === 'Max buffer length exceeded: comment') parser.comment = ''
    else if (why.startsWith('Max buffer length exceeded')) stop(`the XML cannot be read on: ${why}`)
    else if (open.length > 0) wrong ??= `broken XML: ${why}`
    else if (!outside && !dead) {
      outside = true
      rows.push({ line: parser.line + 1, raw: Buffer.alloc(0), reason: `broken XML: ${why}` })
    }
    parser.error = null
  }

  const take = (): Row[] => {
    const taken = rows
    rows = []
    return taken
  }
  return {
    push(chunk) {
      if (!dead) parser.write(decoder.decode(chunk, { stream: true }))
      return take()
    },
    end() {
      const cut = open.length > 0
      if (cut) {
        wrong = 'broken XML: the file ends in the middle of the record'
        const [record] = open
        if (record) finish(record)
      }
      return take()
    },
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const ownParts = (attributes: Record<string, string>): Record<string, unknown> =>
  Object.assign(Object.create(null), attributes)

/** The text of an element without parts, else its parts. */
function valueOf({ parts, text }: Element): unknown {
  const own = text.trim()
  if (Object.keys(parts).length === 0) return own
  return own === '' ? parts : { ...parts, '#text': own }
}

function addPart(parts: Record<string, unknown>, name: string, value: unknown): void {
  const before = parts[name]
  if (before === undefined) parts[name] = value
  else if (Array.isArray(before)) before.push(value)
  else parts[name] = [before, value]
}

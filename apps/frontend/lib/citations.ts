/** A piece of a text: plain words, or the number of a piece of evidence. */
export type CitedPiece = { text: string } | { n: number }

/** Splits a text at its citations, `[1]` or `[1][4]`. What looks like one but has no digits, a zero or more than three stays text. */
export function splitCitations(text: string): CitedPiece[] {
  const pieces: CitedPiece[] = []
  let from = 0
  for (const match of text.matchAll(/ ?\[([1-9]\d{0,2})\]/g)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ n: Number(match[1]) })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** The text as it is read aloud: no citations, no Markdown marks. */
export function spokenText(markdown: string): string {
  return splitCitations(markdown)
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('')
    .replace(/[*_#>`]+/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

interface Node {
  type: string
  value?: string
  tagName?: string
  properties?: Record<string, unknown>
  children?: Node[]
}

/**
 * A rehype plugin: every citation in a text becomes `<cite data-n="1">`. The word before it, the citations that follow one another and
 * the stop after them are kept on one line: a numeral alone at the start of a line belongs to nothing.
 */
export function rehypeCitations() {
  const walk = (node: Node): void => {
    node.children = node.children?.flatMap((child) => {
      if (child.type === 'text' && child.value !== undefined) return citedNodes(child.value)
      walk(child)
      return [child]
    })
  }
  return walk
}

function citedNodes(value: string): Node[] {
  const nodes: Node[] = []
  const pieces = splitCitations(value)
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (!piece) break
    if ('text' in piece && !(pieces[at + 1] && 'n' in (pieces[at + 1] ?? {}))) {
      nodes.push(textNode(piece.text))
      continue
    }
    const [before, word] = 'text' in piece ? splitLastWord(piece.text) : ['', '']
    if ('n' in piece) at -= 1
    const together: Node[] = word ? [textNode(word)] : []
    for (let next = pieces[at + 1]; next && 'n' in next; next = pieces[at + 1]) {
      together.push({ type: 'element', tagName: 'cite', properties: { dataN: next.n }, children: [] })
      at += 1
    }
    const after = pieces[at + 1]
    if (after && 'text' in after) {
      const [, stop = '', rest = ''] = /^([.,;:!?)\]”’"]*)(.*)$/s.exec(after.text) ?? []
      if (stop) together.push(textNode(stop))
      pieces[at + 1] = { text: rest }
    }
    if (before) nodes.push(textNode(before))
    nodes.push({ type: 'element', tagName: 'span', properties: { className: 'whitespace-nowrap' }, children: together })
  }
  return nodes
}

/** A text without its last word, and that word; a word too long for a phone's line is not kept together. */
export function splitLastWord(text: string): [string, string] {
  const word = /\S+\s*$/.exec(text)?.[0] ?? ''
  return word.length > 24 ? [text, ''] : [text.slice(0, text.length - word.length), word]
}

const textNode = (value: string): Node => ({ type: 'text', value })

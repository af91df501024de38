/** Text that means nothing to Markdown: what people wrote must not become headings, links or markup of a page, nor an address in it something to click. */
export function escaped(text: string): string {
  return (
    text
      // Controls, and marks that turn the direction of what follows.
      .replace(/(?!\t)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&')
      .replaceAll('://', ':\\//')
      // At the beginning of a line these would begin a list, a heading or a rule.
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
  )
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An address as a link, where it is one of the web; any other is text. */
export function link(address: string): string {
  const url = URL.parse(address)
  return url && /^https?:$/.test(url.protocol) ? `<${url.href}>` : escaped(oneLine(address))
}

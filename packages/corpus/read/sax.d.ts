/** The part of sax that is used here; the package brings no types. */
declare module 'sax' {
  export interface SaxTag {
    name: string
    attributes: Record<string, string>
  }
  export interface SaxParser {
    /** Set when something is wrong; null again lets reading go on. */
    error: Error | null
    /** What has come of the comment that is being read. */
    comment: string
    /** From 0. */
    line: number
    onopentag(tag: SaxTag): void
    onclosetag(name: string): void
    ontext(text: string): void
    oncdata(text: string): void
    ondoctype(doctype: string): void
    onerror(error: Error): void
    write(text: string): SaxParser
    close(): SaxParser
  }
  export interface SaxOptions {
    strictEntities?: boolean
  }
  const sax: { parser(strict: boolean, options?: SaxOptions): SaxParser }
  export default sax
}

/** Most characters of the title in the name of a file: with four bytes each, and what is around them, they fit the 255 that file systems allow. */
const LONGEST = 56

/**
 * The `content-disposition` of a file named after a title: letters and digits alone, so that no title makes a path, a header or a device of it;
 * in ASCII for all, and in the title's own letters for who understands those.
 */
export function attachment(title: string, ending: 'md' | 'json'): string {
  const named = (letters: RegExp, text: string) => {
    const words = text.split(letters).filter(Boolean).join('-')
    return `reviewguide-${Array.from(words).slice(0, LONGEST).join('').replace(/-$/, '') || 'chat'}.${ending}`
  }
  const plain = named(/[^a-z0-9]+/, title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  const own = named(/[^\p{L}\p{N}\p{M}]+/u, title.normalize('NFC').toLowerCase())
  const header = `attachment; filename="${plain}"`
  return own === plain ? header : `${header}; filename*=UTF-8''${encodeURIComponent(own)}`
}

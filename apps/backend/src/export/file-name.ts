/** Most characters of the title in the name of a file: with four bytes each, and what is around them, they fit the 255 that file systems allow. */
const LONGEST = 56

// Out here because making such a class of characters takes a millisecond.
const MARKS = /\p{M}/gu
const NO_ASCII_WORD = /[^a-z0-9]+/
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u

/**
 * The `content-disposition` of a file named after a title: letters and digits alone, so that no title makes a path, a header or a device of it;
 * in ASCII for all, and in the title's own letters for who understands those.
 */
export function attachment(title: string, ending: 'md' | 'json'): string {
  const named = (words: string[]) => {
    const name = Array.from(words.filter(Boolean).join('-')).slice(0, LONGEST).join('').replace(/-$/, '')
    return `reviewguide-${name || 'chat'}.${ending}`
  }
  const plain = named(title.normalize('NFKD').replace(MARKS, '').toLowerCase().split(NO_ASCII_WORD))
  const own = named(title.normalize('NFC').toLowerCase().split(NO_WORD))
  const header = `attachment; filename="${plain}"`
  return own === plain ? header : `${header}; filename*=UTF-8''${encodeURIComponent(own)}`
}

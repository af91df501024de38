import { phrases } from './lexicon/phrases.ts'

/** What phrases go on from here with, and the worth of the one that ends here. */
export interface PhraseNode {
  value?: number
  next: Map<string, PhraseNode>
}
const phraseRoot: PhraseNode = { next: new Map() }
for (const [phrase, value] of Object.entries(phrases)) {
  let node = phraseRoot
  for (const word of phrase.split(' ')) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map() }
      node.next.set(word, next)
    }
    node = next
  }
  node.value = value
}

/** What goes on after a word that begins phrases; null where none begins with it. */
export const phrasesFrom = (word: string): PhraseNode | null =>
  phraseRoot.next.get(word) ?? phraseRoot.next.get('*') ?? null

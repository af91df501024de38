import { phrases } from './lexicon/phrases.ts'
import { negators } from './lexicon/shifters.ts'

/** What phrases go on from here with, and the worth of the one that ends here. */
export interface PhraseNode {
  value?: number
  /** Whether a negation before the phrase turns it round: not where it holds one itself. */
  turns?: boolean
  next: Map<string, PhraseNode>
}
const phraseRoot: PhraseNode = { next: new Map() }
for (const [phrase, value] of Object.entries(phrases)) {
  add(phrase.split(' '), value)
  const full = uncontracted(phrase)
  if (full !== phrase && !Object.hasOwn(phrases, full)) add(full.split(' '), value)
}

function add(words: string[], value: number): void {
  let node = phraseRoot
  for (const word of words) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map() }
      node.next.set(word, next)
    }
    node = next
  }
  node.value = value
  node.turns = !words.some((word) => negators.has(word))
}

/** "ca n't beat" as "can not beat", which is also how the tagger cuts "cannot". */
function uncontracted(phrase: string): string {
  return phrase
    .replace(/\bca n't\b/, 'can not')
    .replace(/\bwo n't\b/, 'will not')
    .replace(/\bn't\b/, 'not')
}

/** What goes on after a word that begins phrases; null where none begins with it. */
export const phrasesFrom = (word: string): PhraseNode | null =>
  phraseRoot.next.get(word) ?? phraseRoot.next.get('*') ?? null

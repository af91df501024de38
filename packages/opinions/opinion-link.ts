import type { Sentence } from './analyse-text.ts'
import { HARD } from './clauses.ts'
import type { Token } from './tokens.ts'

const linkVerbs = new Set(
  'look looks looked feel feels felt sound sounds sounded taste tastes tasted seem seems seemed get gets got stay stays stayed work works worked run runs ran keep keeps kept come comes came remain remains become becomes became go goes went turn turned prove proved appear appears smell smells smelled'.split(
    ' ',
  ),
)
const ofWords = new Set(['with', 'of', 'in', 'about', 'on', 'for', 'to'])
const before = new Set(['ADJ', 'ADV', 'NUM', 'CCONJ', 'DET'])
const objectWay = new Set(['DET', 'PRON', 'ADJ', 'ADV', 'PART', 'NUM'])
const predicateWay = new Set(['ADV', 'ADJ', 'PART', 'DET', 'AUX', 'CCONJ', 'VERB', 'INTJ'])

/** How an opinion word is tied to the words it is said of. */
export type Link = 'inside' | 'before' | 'verb' | 'of' | 'predicate' | 'does' | 'after'

/**
 * How the opinion word at `at` is said of the words first to last, by the shape of the sentence: it stands before them ("great screen"), they are its object ("love the
 * screen", "problems with the screen"), it is their predicate ("the screen is great") or their verb ("the screen flickers"); null where no shape ties it to them.
 */
export function linkBetween(sentence: Sentence, at: number, first: number, last: number): Link | null {
  const { tokens, clause } = sentence
  if (at >= first && at <= last) return 'inside'
  if (Math.abs((clause[at] as number) - (clause[at < first ? first : last] as number)) >= HARD) return null
  return at < first ? linkAhead(sentence, at, first) : linkBehind(tokens, at, last)
}

/** For each token how it, as an opinion word, is tied to the words first to last; null for all that judge nothing. The last answer is kept, as it is asked for twice in a row. */
export function linksTo(sentence: Sentence, first: number, last: number): (Link | null)[] {
  if (kept?.sentence !== sentence || kept.first !== first || kept.last !== last) {
    const links = sentence.valence.map((value, i) => (value === 0 ? null : linkBetween(sentence, i, first, last)))
    kept = { sentence, first, last, links }
  }
  return kept.links
}
let kept: { sentence: Sentence; first: number; last: number; links: (Link | null)[] } | null = null

function linkAhead({ tokens, valence, clause }: Sentence, at: number, first: number): Link | null {
  const word = tokens[at] as Token
  const between = tokens.slice(at + 1, first)
  // "Food was good, service was not": with nothing but a comma between, a new clause begins.
  if (between.length > 5 || (between.length === 1 && between[0]?.text === ',')) return null
  const isVerb = word.pos === 'VERB'
  // "great screen and keyboard": the adjective holds for both, unless the second has one of its own.
  if (
    !isVerb &&
    between.every(
      ({ pos, text }, i) =>
        before.has(pos) ||
        text === ',' ||
        text === '-' ||
        ((pos === 'NOUN' || pos === 'PROPN') && i < between.length - 1),
    )
  ) {
    const noun = between.findIndex(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
    // "is gorgeous and the keyboard is": what follows the article has a clause of its own.
    const isOneClause = clause[at] === clause[first]
    const free = between.every(({ pos }, i) =>
      noun >= 0 && i > noun ? valence[at + 1 + i] === 0 : pos !== 'DET' || isOneClause,
    )
    return free ? 'before' : null
  }
  if (isVerb || word.lower === 'love' || word.lower === 'like') {
    const way = between.filter(
      ({ lower }) => !(lower === 'how' || lower === 'with' || lower === 'about' || lower === 'that'),
    )
    return way.length <= 4 && way.every(({ pos }) => objectWay.has(pos)) ? 'verb' : null
  }
  return ofWords.has(between[0]?.lower ?? '') && between.slice(1).every(({ pos }) => objectWay.has(pos)) ? 'of' : null
}

function linkBehind(tokens: Token[], at: number, last: number): Link | null {
  const between = tokens.slice(last + 1, at)
  if (between.length > 8) return null
  const copula = between.findIndex(({ pos, lower }) => pos === 'AUX' || linkVerbs.has(lower))
  const word = tokens[at] as Token
  if (copula >= 0) {
    const toCopula = between.slice(0, copula)
    // "the screen of this laptop is", "the screen, however, is", "the screen and the keyboard are".
    const subject =
      toCopula.every(
        ({ pos, text }) =>
          pos === 'ADV' ||
          pos === 'ADP' ||
          pos === 'DET' ||
          pos === 'NOUN' ||
          pos === 'PROPN' ||
          pos === 'CCONJ' ||
          text === ',' ||
          pos === 'ADJ',
      ) && toCopula.length <= 5
    const after = between.slice(copula + 1)
    const predicate =
      subject &&
      after.every(({ pos, text, lower }) => predicateWay.has(pos) || text === ',' || lower === 'a' || lower === 'as')
    return predicate ? 'predicate' : null
  }
  if (word.pos === 'VERB') {
    const does =
      between.length <= 3 &&
      between.every(({ pos, lower }) => pos === 'ADV' || pos === 'PART' || lower === 'that' || lower === 'which')
    return does ? 'does' : null
  }
  const after =
    word.pos === 'ADJ' &&
    between.every(({ pos, text }) => pos === 'ADV' || text === ':' || text === '-' || text === '–')
  return after ? 'after' : null
}

import type { Sentence } from './analyse-text.ts'
import type { Token } from './tokens.ts'

/** The item that a review is about, and other items that it may name. */
export interface ItemNames {
  itemName?: string
  otherNames?: readonly string[]
}

/** Says of tokens whether what stands there is about another thing than the reviewed item. */
export interface OtherItems {
  /** For each token of a sentence, true where another item is spoken of. Sentences must come in order: "It …" after a sentence on another item is about that one. */
  mark(sentence: Sentence): boolean[]
}

const comparers = new Set(
  'than unlike like versus vs over against compared beside from replaced replaces as instead'.split(' '),
)
const ownWords = new Set('this these mine ours here'.split(' '))
const ties = new Set(['on', 'with', 'at', 'of'])
const backWords = new Set('it they its their that those she he'.split(' '))
const times =
  /^(?:week|night|year|month|time|day|summer|winter|spring|autumn|minute|moment|stop|thing|one|resort|few|couple|two|three|hour|straw|but)s?$/

/** One list for all who name none: its words are kept by the list. */
const noNames: readonly string[] = []
const tokensOfNames = new WeakMap<readonly string[], ReadonlySet<string>[]>()

/** Tells what is said of the reviewed item from what is said of others: items that the review names, and "my old one". */
export function otherItems({ itemName = '', otherNames = noNames }: ItemNames = {}): OtherItems {
  const own = nameWords(itemName)
  let names = tokensOfNames.get(otherNames)
  if (!names) {
    names = otherNames.map(nameWords)
    tokensOfNames.set(otherNames, names)
  }
  const other = new Set(names.flatMap((words) => [...words]).filter((word) => !own.has(word)))
  let carried = false
  return {
    mark(sentence) {
      const marks = markSentence(sentence, own, other, carried)
      carried = marks.carried
      return marks.others
    },
  }
}

/** Words that tell a name from others: capitalised, three letters or more; not what it is ("Hotel", "Espresso"). */
function nameWords(name: string): Set<string> {
  return new Set(
    name
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => /^\p{Lu}\p{L}{2,}$/u.test(word) && !plainNames.has(word.toLowerCase()))
      .map((word) => word.toLowerCase()),
  )
}
const plainNames = new Set(
  'the and hotel inn house lodge restaurant cafe bar kitchen grill studio pro max mini lite air plus one run sprint basic work movers moving broadband fibre internet espresso coffee vacuum laptop phone earbuds company services service north south east west new old little big first court street park square'.split(
    ' ',
  ),
)

function markSentence({ tokens, clause }: Sentence, own: Set<string>, other: Set<string>, carried: boolean) {
  const others = tokens.map(() => false)
  const hasNames = own.size > 0 || other.size > 0
  let about = carried && backWords.has(tokens[0]?.lower ?? '')
  let named = about
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    if (i > 0 && clause[i] !== clause[i - 1] && (clause[i] as number) - (clause[i - 1] as number) >= 1 && !named)
      about = false
    const capital = hasNames && /^\p{Lu}/u.test(token.text)
    if (capital && own.has(token.lower)) {
      about = false
      named = false
    } else if (capital && other.has(token.lower)) {
      if (!isCompared(tokens, i)) {
        about = true
        named = true
        // "Comfort: the X wins": the heading is about what follows it.
        const colon = tokens.findIndex(({ text }, at) => text === ':' && at < i)
        if (colon > 0 && colon <= 3 && i - colon <= 3) others.fill(true, 0, i)
        // "It went dark on the X": what leads up to the name in its clause is about it as well.
        if (ties.has(tokens[i - 1]?.lower ?? '') || ties.has(tokens[i - 2]?.lower ?? ''))
          for (let j = i - 1; j >= 0 && clause[j] === clause[i]; j -= 1) others[j] = true
      }
    } else if (isFormer(tokens, i)) {
      if (!isCompared(tokens, i)) about = true
    } else if (ownWords.has(token.lower) || (i > 0 && token.lower === 'i' && tokens[i - 1]?.lower !== 'that')) {
      about = false
      named = false
    }
    others[i] = about
  }
  return { others, carried: named }
}

/** "than the X", "unlike my X": X is the yardstick here and not what is judged. */
const isCompared = (tokens: Token[], i: number) =>
  tokens.slice(Math.max(0, i - 4), i).some(({ lower }) => comparers.has(lower))

/** "my old one", "the previous pair", "my last laptop". */
function isFormer(tokens: Token[], i: number): boolean {
  const { lower } = tokens[i] as Token
  if (lower !== 'old' && lower !== 'previous' && lower !== 'last' && lower !== 'former') return false
  const next = tokens[i + 1]
  const before = tokens[i - 1]?.lower ?? ''
  if (
    !next ||
    (next.pos !== 'NOUN' && !/^(?:ones?|pair)$/.test(next.lower)) ||
    (times.test(next.lower) && next.lower !== 'one' && next.lower !== 'ones')
  )
    return false
  if (before === 'the' && /^(?:ones?|pair)$/.test(next.lower)) return lower !== 'old'
  return (
    before === 'my' ||
    before === 'our' ||
    ((before === 'the' || before === 'his' || before === 'her') && lower !== 'last' && lower !== 'old')
  )
}

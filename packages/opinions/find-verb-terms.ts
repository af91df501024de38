import type { Sentence } from './analyse-text.ts'
import type { AspectNames } from './aspect-names.ts'
import { impliedTaskVerbs, stateVerbs, taskJudgements, taskVerbs, workVerbs } from './lexicon/verb-terms.ts'
import type { Term } from './term.ts'
import type { Token } from './tokens.ts'

const particles = new Set(['up', 'together', 'around'])

/** The verb at `i` as a term, where the words around it judge what it does: "easy to use", "runs smoothly", "reasonably priced". */
export function verbTermAt(sentence: Sentence, i: number, names: AspectNames): Term | null {
  const { tokens } = sentence
  const { lower, pos } = tokens[i] as Token
  if (tokens[i - 1]?.lower === 'to') {
    const implied = impliedTaskVerbs.get(lower)
    const task = taskVerbs.get(lower) ?? (implied && isOfItem(tokens, i, implied, names) ? implied : undefined)
    if (task !== undefined && isJudgedTask(tokens, i)) {
      const last = particleAfter(tokens, i)
      return { first: i, last, aspect: task, listed: true, verb: true, ...(implied && { implicit: true }) }
    }
  }
  const state = stateVerbs.get(lower)
  if (state !== undefined && isJudgedState(sentence, i))
    return { first: i, last: i, aspect: state, listed: true, verb: true }
  const last = particleAfter(tokens, i)
  const work = (pos === 'VERB' || last > i) && names.machine ? workVerbs.get(lower) : undefined
  if (work === undefined) return null
  return !isOfPart(tokens, i, names) && isJudgedWork(sentence, i, last)
    ? { first: i, last, aspect: work, listed: true, verb: true }
    : null
}

/** "easy to find", of a place; not "hard to find a quiet spot". */
const isOfItem = (tokens: Token[], i: number, aspect: string, names: AspectNames) =>
  (aspect !== 'location' && aspect !== 'reservations') ||
  (names.place && ['PUNCT', 'CCONJ', 'ADP', undefined].includes(tokens[i + 1]?.pos))

/** "set up", "boot up"; with an object between they are no longer one name ("set it up"). */
const particleAfter = (tokens: Token[], i: number) => (particles.has(tokens[i + 1]?.lower ?? '') ? i + 1 : i)

/** "easy to use", "easy and quick to set up", "easy enough for a child to use". */
function isJudgedTask(tokens: Token[], i: number): boolean {
  for (let j = i - 2; j >= Math.max(0, i - 6); j -= 1) {
    const { lower, pos, text } = tokens[j] as Token
    if (taskJudgements.has(lower)) return true
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT' || text === ',') return false
  }
  return false
}

function isJudgedState({ tokens, valence }: Sentence, i: number): boolean {
  const before = tokens[i - 1]
  // "built-in", "built in".
  if (!before || tokens[i + 1]?.lower === 'in' || tokens[i + 1]?.text === '-') return false
  return valence[i] !== 0 || valence[i - 1] !== 0 || before.pos === 'ADV'
}

/** "The buttons work well" is about the buttons; "the laptop runs well" about how it runs. */
function isOfPart(tokens: Token[], i: number, names: AspectNames): boolean {
  const subject = tokens.slice(0, i).findLast(({ pos }) => pos !== 'ADV' && pos !== 'AUX' && pos !== 'PART')
  return subject?.pos === 'NOUN' && !names.isItem(subject.lower)
}

/** The judgement follows at once ("works great", "runs very smoothly"), and is not said of a thing that follows ("runs great games"). */
function isJudgedWork({ tokens, valence, clause }: Sentence, i: number, last: number): boolean {
  if (tokens[i - 1]?.lower === 'to' || tokens[i - 1]?.pos === 'DET') return false
  for (let j = last + 1; j <= Math.min(last + 3, tokens.length - 1); j += 1) {
    const { pos } = tokens[j] as Token
    if (clause[j] !== clause[i]) return false
    if (Math.abs(valence[j] as number) > JUDGING && (pos === 'ADV' || pos === 'ADJ'))
      return tokens[j + 1]?.pos !== 'NOUN'
    if (pos !== 'ADV' && pos !== 'PART') return false
  }
  return false
}

/** Below this a word's lean, mostly a learned one, is too slight to be a judgement. */
const JUDGING = 0.35

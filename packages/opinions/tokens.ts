import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp'
import { wholeEnd } from './spans.ts'
import { type Word, wordOf } from './valence-of.ts'

/** A word or mark of a text with its place in UTF-16 units and its universal part of speech. */
export interface Token {
  text: string
  lower: string
  start: number
  end: number
  pos: string
  word: Word
}

/** The tagger keeps something of every new word it meets; it is made anew after so many characters, so that memory stays bounded on any corpus. */
const RENEW_AFTER = 10_000_000

/** Runs of so many characters without a space are no words. The tagger's time grows with their square (46 s for 30,000 characters), so it never sees them. */
const unspaced = /\S{80,}/g

/** Whether `unspaced` may find something: hardly ever, and to look for it costs as much as to tokenise. */
function hasLongRun(text: string): boolean {
  for (let at = LONG_RUN - 1; at < text.length; at += LONG_RUN) {
    let from = at
    while (from > at - LONG_RUN && text.charCodeAt(from) > 0x20) from -= 1
    if (from === at - LONG_RUN) return true
    // A run that reaches the next place to look at begins after this space.
    at = from
  }
  return false
}
const LONG_RUN = 80

let tagger: WinkMethods | null = null
let read = 0

/** The words that the tagger knows, by number and by spelling; those it meets come on top. */
interface Lexemes {
  list: string[]
  hash: Record<string, number>
}
let lexemes: Lexemes = { list: [], hash: {} }

function newTagger(): WinkMethods {
  const core = () => {
    const made = (model as unknown as { core(): { features: { lexeme: Lexemes } } }).core()
    lexemes = made.features.lexeme
    return made
  }
  return winkNLP({ ...model, core } as typeof model, ['pos'])
}

/** How a word was cut when it was first met decides how it is cut later: what a text brought is forgotten with it, so that no text depends on those before. */
function forgetFrom(known: number): void {
  for (let n = known; n < lexemes.list.length; n += 1) delete lexemes.hash[lexemes.list[n] as string]
}

/** Tokens of a text with parts of speech, by wink's English model, in order. Contractions come in two: "does", "n't". */
export function tokenise(text: string): Token[] {
  if (!tagger || read > RENEW_AFTER) {
    tagger = newTagger()
    read = 0
  }
  read += text.length
  const spoken = withoutShouting(text)
  const readable = hasLongRun(spoken) ? spoken.replace(unspaced, (run) => ' '.repeat(run.length)) : spoken
  const known = lexemes.list.length
  const tokens = tagger.readDoc(readable).tokens()
  const values = tokens.out(tagger.its.value as ItsFunction<string>) as string[]
  const tags = tokens.out(tagger.its.pos as ItsFunction<string>) as string[]
  forgetFrom(known)
  const found: Token[] = []
  let at = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as string
    const start = readable.indexOf(value, at)
    // The tagger never rewrites what it reads; should it, the word is passed over and not misquoted.
    if (start < 0 || value.trim() === '') continue
    at = start + value.length
    const negation = negationOf(value, found.at(-1))
    const lower = negation ?? value.toLowerCase().replace('’', "'")
    found.push({
      text: text.slice(start, at),
      lower,
      start,
      end: wholeEnd(text, at),
      pos: negation ? 'PART' : (tags[i] as string),
      word: wordOf(lower),
    })
  }
  return found
}

/** Text in capitals throughout is read in small letters: the tagger takes every word of it for a name. */
function withoutShouting(text: string): string {
  let capitals = 0
  let others = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 65 && code <= 90) capitals += 1
    else if (code >= 97 && code <= 122) others += 1
  }
  if (capitals < FEWEST_CAPITALS || capitals < others) return text
  const small = text.toLowerCase()
  // A few letters grow when made small; then every place after them would be wrong.
  return small.length === text.length ? small : text
}
/** "TV", "OK" and the like are no shouting. */
const FEWEST_CAPITALS = 8

/** "dont" comes in two, "do" and "nt"; "don ' t" in three. Both say "n't". */
function negationOf(value: string, before: Token | undefined): string | null {
  if (value.length > 2) return null
  if (/^nt$/i.test(value) && before?.pos === 'AUX') return "n't"
  return /^t$/i.test(value) && (before?.lower === "'" || before?.lower === '’') ? "n't" : null
}

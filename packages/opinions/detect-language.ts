import { languageLetters, languageWords } from './lexicon/language-words.ts'
import { isPlain } from './plain-text.ts'

/** Text that is looked at: more tells nothing new, and costs. */
const SAMPLE = 300

/** Letters of a script among all, above which a text is in it: brand names stand in Latin letters everywhere. */
const SCRIPT_SHARE = 0.3

const languages = Object.keys(languageWords)
const ENGLISH = languages.indexOf('en')

/** A word that several languages share tells less of each. */
const weight = (shared: number) => (shared === 1 ? 1 : shared === 2 ? 0.8 : 0.6)

/** Only letters beyond the plain ones belong to few languages. */
const beyondAscii = /[^a-z']/

/** The languages of each word, by their place in `languages`, and what it tells of each. */
const known = new Map<string, { places: number[]; english: boolean; tells: number }>()
for (const [place, language] of languages.entries()) {
  for (const word of new Set((languageWords[language] ?? '').split(/\s+/))) {
    const places = [...(known.get(word)?.places ?? []), place]
    const english = places.includes(ENGLISH)
    known.set(word, { places, english, tells: english ? 1 : weight(places.length) })
  }
}
const letters = new Map(
  Object.entries(languageLetters).map(([letter, of]) => [
    letter,
    of.split(' ').map((language) => languages.indexOf(language)),
  ]),
)

/** Words that English borrowed with their accents. */
const borrowed =
  /^(?:café|cafés|décor|crème|brûlée|entrée|entrées|fiancé|fiancée|résumé|naïve|cliché|jalapeño|piñata|señor|über|façade|sauté|sautéed|purée|pâté|voilà|déjà|el|niño|touché|rosé|matinée|première|soufflé|jalapeños|à|la|carte|bärbel)$/

const scripts: [RegExp, (sample: string) => string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Cyrillic}/gu, (sample) => (/[іїєґ]/i.test(sample) ? 'uk' : /[јљњћђ]/i.test(sample) ? 'sr' : 'ru')],
  [/\p{Script=Arabic}/gu, (sample) => (/[ٹڈںے]/.test(sample) ? 'ur' : /[پچژگ]/.test(sample) ? 'fa' : 'ar')],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Tamil}/gu, () => 'ta'],
  [/\p{Script=Telugu}/gu, () => 'te'],
]
const beyondLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

/**
 * The language of a text as an ISO 639-1 code, judged from its first 300 characters: by script, by frequent words and by letters that few languages have.
 * Gives 'und' when the text is too short or too mixed to tell; callers treat 'und' as English, since most short praise is. Another language than English must
 * win clearly, by two words at least that are its own: an English fragment is English or undetermined, never foreign.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const plain = isPlain(sample)
  const script = !plain && beyondLatin.test(sample) ? scriptOf(sample) : null
  if (script !== null) return script

  const small = sample.toLowerCase()
  const words = (plain ? small.match(/[a-z']+/g) : small.normalize('NFC').match(/[\p{L}\p{M}'’]+/gu)) ?? []
  const scores = new Float64Array(languages.length)
  const hits = new Uint16Array(languages.length)
  const own: (Set<string> | undefined)[] = []
  for (const raw of words) {
    const word = plain ? raw : raw.replace('’', "'")
    const found = known.get(word)
    for (const place of found?.places ?? []) {
      scores[place] = (scores[place] ?? 0) + (found?.tells ?? 0)
      hits[place] = (hits[place] ?? 0) + 1
      if (!found?.english) addOwn(own, place, word)
    }
    if (!found && beyondAscii.test(word) && !borrowed.test(word)) scoreLetters(word, scores, own)
  }
  if (words.length === 0) return 'und'
  const english = scores[ENGLISH] ?? 0
  const best = bestOther(scores)
  const score = scores[best] ?? 0
  const proper = own[best]?.size ?? 0
  const short = words.length < 8
  // Words that English lacks must be there, more of them the longer the text is.
  const whole = new Set(words).size > 1 && proper >= 1 && hits[best] === words.length
  const enough =
    whole || (proper >= 2 && (short ? score >= words.length * 0.5 : score >= words.length * 0.2 && proper >= 3))
  if (enough && score > english * (short ? 1.7 : 1.3)) return languages[best] ?? 'und'
  if (words.length < 4 && english < 2) return 'und'
  if (english / words.length < 0.12 || english < score) return 'und'
  return 'en'
}

function scoreLetters(word: string, scores: Float64Array, own: (Set<string> | undefined)[]): void {
  for (const letter of word) {
    const places = letters.get(letter)
    if (places === undefined) continue
    for (const place of places) {
      scores[place] = (scores[place] ?? 0) + weight(places.length)
      addOwn(own, place, word)
    }
    return
  }
}

function addOwn(own: (Set<string> | undefined)[], place: number, word: string): void {
  const words = own[place] ?? new Set()
  own[place] = words.add(word)
}

function bestOther(scores: Float64Array): number {
  let best = ENGLISH === 0 ? 1 : 0
  for (let place = 0; place < scores.length; place++) {
    if (place !== ENGLISH && (scores[place] ?? 0) > (scores[best] ?? 0)) best = place
  }
  return best
}

function scriptOf(sample: string): string | null {
  const all = sample.match(/\p{L}/gu)?.length ?? 0
  if (all < 2) return null
  for (const [script, language] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / all
    // Japanese writes most of its nouns in Han characters; kana among them tell it from Chinese.
    const enough = script === scripts[0]?.[0] ? 0.1 : SCRIPT_SHARE
    if (share > enough && (enough === SCRIPT_SHARE || /[\p{Script=Han}]/u.test(sample) || share > SCRIPT_SHARE))
      return language(sample)
  }
  return null
}

/** Small words that are frequent in one language and rare in the others; accents and scripts decide the rest. */
const marks: Record<string, Set<string>> = {
  en: new Set(
    'the and is it was this that for with not but very are have my you they of to in on as so good great product nice i a be at all would from had has were we our there an if or'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les et est un une des du pour pas très je il elle dans avec sur ce cette qui que mais bien plus sont nous vous au'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das und ist nicht ein eine sehr ich mit für auf es den dem zu auch aber gut wir war haben sind von im bei nur wie'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las y es un una muy no que de en con por para pero me se lo está bien del al mi son más'.split(' '),
  ),
  it: new Set(
    'il lo la gli e è un una molto non che di in con per ma mi si bene del sono più questo anche della'.split(' '),
  ),
  pt: new Set('o a os as e é um uma muito não que de em com por para mas me se do da bem meu são mais foi'.split(' ')),
  nl: new Set('de het een en is niet van ik met voor op zeer maar goed dat te zijn ook wij heel dit'.split(' ')),
}
const scripts: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]

/**
 * The language of a text as an ISO 639-1 code, judged from its first 2,000 characters by script and frequent small words.
 * Gives 'und' when the text is too short or too mixed to tell; callers treat 'und' as English, since most short praise is.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 2000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 3) return 'und'
  for (const [language, script] of scripts) {
    if ((sample.match(script)?.length ?? 0) > letters * 0.3) return language
  }
  const words = sample.toLowerCase().match(/[\p{L}']+/gu) ?? []
  const hits: [string, number][] = Object.entries(marks).map(([language, set]) => [
    language,
    words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0),
  ])
  hits.sort((a, b) => b[1] - a[1])
  const [best, second] = hits as [[string, number], [string, number]]
  if (words.length < 4 && best[1] < 2) return 'und'
  if (best[1] === 0 || best[1] / words.length < 0.08) return 'und'
  if (best[1] === second[1]) return best[0] === 'en' || second[0] === 'en' ? 'en' : 'und'
  // Borrowed small words are common in short text: another language than English must win clearly.
  if (best[0] !== 'en' && (best[1] < 3 || best[1] < second[1] * 1.5)) return 'und'
  return best[0]
}

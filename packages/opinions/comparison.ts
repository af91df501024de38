import type { Token } from './tokens.ts'

/** What of an opinion word's worth holds for the words first to last, where these are what something else is compared with; 1 where they are not. */
export type YardstickShare = (at: number, value: number) => number

const whole: YardstickShare = () => 1

/**
 * Who wins a comparison: "better than the old screen", "superior to the old screen", "not as good as the old one", "compared to the old screen this is bright" all turn round for
 * what stands after the word of comparison, more softly, as the loser need not be bad. So does "all was good except the dessert" for the dessert.
 */
export function yardstickShare(tokens: Token[], first: number): YardstickShare {
  for (let i = first - 1; i >= Math.max(0, first - REACH); i -= 1) {
    const { lower } = tokens[i] as Token
    const before = tokens[i - 1]?.lower ?? ''
    if (
      lower === 'except' ||
      lower === 'excluding' ||
      (lower === 'of' && before === 'exception') ||
      (lower === 'from' && (before === 'apart' || before === 'aside'))
    )
      return (at) => (at < i || isPast(tokens, at, first) ? TURNED : 1)
    if (lower === 'than' || (lower === 'to' && (before === 'superior' || before === 'inferior')))
      return (at) => (at <= i ? TURNED : 1)
    if (lower === 'over' && tokens.slice(0, i).some((token) => token.lower.startsWith('prefer')))
      return (at) => (at <= i ? TURNED : 1)
    if (lower === 'unlike' || ((lower === 'to' || lower === 'with') && before === 'compared')) return () => UNLIKE
    if (lower === 'as' && tokens.slice(Math.max(0, i - 4), i).some((token) => token.lower === 'as'))
      return (at, value) => (at > i ? 1 : value < 0 ? TURNED : EQUAL)
    if (lower === ',' || lower === ';' || lower === '.' || lower === 'but') return whole
  }
  return whole
}

/** "Apart from the noise, it is lovely": what stands past the comma is said of all else. */
const isPast = (tokens: Token[], at: number, first: number) =>
  at > first && tokens.slice(first, at).some(({ text }) => text === ',')

/** How far before the target the word of comparison may stand: "than the rather small screen of the". */
const REACH = 8
const TURNED = -0.6
const UNLIKE = -0.4
const EQUAL = 0.5

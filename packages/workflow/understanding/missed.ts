import type { Understanding } from '../ports/index.ts'
import { emptyWords } from './needs.ts'
import type { Word } from './words.ts'

/** "Does it have parking", "is it any use in snow": asks for one thing, which an account of all the others does not answer. */
const asksOneThing =
  /^(?:(?:and|but|so|ok(?:ay)?|well)[\s,]+)*(?:do|does|did|has|have|can|could|will|would|is|are|was|were|how|what|where|when)\b/i
/** "Compare X and …", "X or …", "X versus …". */
const comparesWith = /\b(?:compare[ds]?|comparison|versus|vs|better than|worse than)\b/i
/** Words that ask for the whole of it, "is it worth buying", "what do owners think", or that only point at it: "what about the second". */
const ofTheWhole =
  /^(?:first|second|third|fourth|fifth|sixth|last|former|latter|next|number|buy\w*|purchas\w*|worth\w*|overall|reviews?|reviewers?|opinions?|thoughts?|think\w*|verdict|ratings?|rated|money|wait|people|users?|customers?|owners?|guests?|buyers?|anyone|everyone|everybody|regret\w*|legit|over-?rated|hyped?|popular|bother|fine|awesome|like[sd]?|love[sd]?|call(?:ed)?|review(?:ed|ing)|happy|describe[sd]?|feel\w*|actually|exactly|ever|still|yet|age|class|choice|everyday|daily)$/

/**
 * What a question about one item asked for and no vocabulary knows: a feature of it, or another thing to compare it with. Undefined where the item as a whole was asked for.
 *
 * @param text the question, in which the unknown words stand
 * @param unknown words of it that no wish was read from, in their order
 */
export function readMissed(
  text: string,
  { intent, items }: Pick<Understanding, 'intent' | 'items'>,
  unknown: readonly Word[],
): Understanding['missed'] {
  if (intent !== 'assess' || items.length !== 1) return undefined
  const telling = unknown.filter((word) => !emptyWords.has(word.text) && !ofTheWhole.test(word.text))
  const rival = comparesWith.test(text)
  if (telling.length === 0 || !(rival || asksOneThing.test(text))) return undefined
  return { words: telling.map(({ start, end }) => text.slice(start, end)), rival }
}

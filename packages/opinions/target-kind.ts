import { nounKinds } from './lexicon/noun-kinds.ts'
import { singular } from './singular.ts'
import type { Put } from './target-surroundings.ts'
import type { Token } from './tokens.ts'

interface KindNames {
  plain: string
  judged: string
  unjudged: string
}

/** The names under which the kind of a target is seen: alone, and with whether its sentence judges anything. Made once. */
const namesBy: Record<string, KindNames> = Object.fromEntries(
  [...new Set(nounKinds.values()), 'other'].map((kind) => [
    kind,
    { plain: `kind ${kind}`, judged: `kind ${kind}, judged`, unjudged: `kind ${kind}, unjudged` },
  ]),
)

/** By word as it stands, so that most targets cost one look. Bounded: nouns come from files. */
const memory = new Map<string, KindNames>()

function kindOf(word: string): KindNames {
  let known = memory.get(word)
  if (known === undefined) {
    known = namesBy[nounKinds.get(singular(word)) ?? 'other'] as KindNames
    if (memory.size < 20_000) memory.set(word, known)
  }
  return known
}

/**
 * What kind of thing a target is, by its last word: a quality or a member of staff is named to be judged, a table or a bill to tell of an evening. `side` hears of it only where no
 * opinion is tied to the target: what people say of such things as a rule is weak evidence.
 */
export function putKind(
  head: Token,
  { judges, hasOwn }: Readonly<Record<'judges' | 'hasOwn', boolean>>,
  side: Put,
  silence: Put,
): void {
  const kind = kindOf(head.lower)
  if (!hasOwn) side(kind.plain, 1)
  silence(kind.plain, 1)
  silence(judges ? kind.judged : kind.unjudged, 1)
}

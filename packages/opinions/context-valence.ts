import { HARD } from './clauses.ts'
import { contextWords, nounKinds } from './lexicon/context-words.ts'
import type { Token } from './tokens.ts'
import { forms } from './valence-of.ts'

const kindOf = new Map<string, string[]>()
for (const [kind, list] of Object.entries(nounKinds)) {
  for (const noun of list.split(' ')) kindOf.set(noun, [...(kindOf.get(noun) ?? []), kind])
}

/** Gives context words the side that the noun they are said of asks for. */
export function weighContextWords(tokens: Token[], raw: number[], clause: number[]): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const { word, lower } = tokens[i] as Token
    const sides = word.inContext ? contextWords[lower] : undefined
    if (!sides) continue
    const token = tokens[i] as Token
    if (token.pos === 'NOUN' && tokens[i - 1]?.pos !== 'AUX' && token.lower !== 'cheap') continue
    if (token.lower === 'pretty' || token.lower === 'little' || token.lower === 'top') {
      raw[i] = tokens[i + 1]?.pos === 'ADJ' ? 0 : (sides.else ?? 0)
      continue
    }
    let value: number | undefined
    for (const noun of headsOf(tokens, i, clause)) {
      for (const kind of kindsOf(noun)) value ??= sides[kind]
      if (value !== undefined) break
    }
    raw[i] = value ?? sides.else ?? 0
  }
}

const kindsOf = (noun: string): string[] => {
  for (const form of forms(noun)) {
    const kinds = kindOf.get(form)
    if (kinds) return kinds
  }
  return []
}

/** Nouns that an adjective at `i` may be said of: those it stands before, else the nearest ones before it in its clause. */
function headsOf(tokens: Token[], i: number, clause: number[]): string[] {
  const ahead: string[] = []
  for (let j = i + 1; j < Math.min(tokens.length, i + 5); j += 1) {
    const { pos, lower } = tokens[j] as Token
    if (pos === 'NOUN' || pos === 'PROPN') ahead.unshift(lower)
    else if (ahead.length > 0 || (pos !== 'ADJ' && lower !== '-')) break
  }
  if (ahead.length > 0) return ahead
  const before: string[] = []
  for (let j = i - 1; j >= 0 && before.length < 3 && i - j < 12; j -= 1) {
    if ((clause[i] as number) - (clause[j] as number) >= HARD) break
    const { pos, lower } = tokens[j] as Token
    if (
      pos === 'NOUN' ||
      pos === 'PROPN' ||
      lower === 'feels' ||
      lower === 'looks' ||
      lower === 'made' ||
      lower === 'feel' ||
      lower === 'look'
    )
      before.push(lower)
  }
  return before
}

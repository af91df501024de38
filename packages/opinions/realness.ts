import type { Token } from './tokens.ts'

/** One factor a token: 1 for what is said to be so, less for what is wished, feared, supposed or asked; negative for "would be perfect if". */
export function realness(tokens: Token[], clause: number[]): number[] {
  const factors = tokens.map(() => 1)
  for (let i = 0; i < tokens.length; i += 1) {
    const { lower } = tokens[i] as Token
    const next = tokens[i + 1]?.lower ?? ''
    let factor: number | null = null
    if (lower === 'if' || lower === 'unless' || lower === 'whether') factor = 0.12
    else if (lower === 'wish' || lower === 'wished' || (lower === 'if' && next === 'only')) factor = -0.8
    else if (believed.has(lower)) factor = 0.08
    else if ((lower === 'read' || lower === 'heard' || lower === 'reviews') && (next === 'about' || next === 'that'))
      factor = 0.08
    else if (lower === 'rather' && next === 'have') factor = 0.08
    else if ((lower === 'would' || lower === "'d") && /^(?:pay|love|like|prefer|appreciate|welcome|want)$/.test(next))
      factor = 0.08
    else if (
      (lower === 'would' || lower === "'d") &&
      next === 'have' &&
      /^(?:liked|loved|preferred|appreciated|wished)$/.test(tokens[i + 2]?.lower ?? '')
    )
      factor = -0.5
    else if (lower === 'might' && next === 'be') factor = 0.1
    else if ((lower === 'could' || lower === 'should' || lower === 'would' || lower === "'d") && betterAhead(tokens, i))
      factor = -0.6
    else if (
      (lower === 'would' || lower === "'d") &&
      (ifAhead(tokens, i) || ifBefore(tokens, i)) &&
      !recommendAhead(tokens, i)
    )
      factor = -0.4
    if (factor === null) continue
    for (let j = i + 1; j < tokens.length && (clause[j] as number) - (clause[i] as number) < 1; j += 1)
      factors[j] = Math.min(factors[j] as number, factor)
  }
  // "Brighter screen please!": what is asked for is not there.
  if (
    tokens.slice(-3).some(({ lower }) => lower === 'please') &&
    tokens.some(({ lower }) => /(?:^more|er)$/.test(lower))
  )
    return factors.map((factor) => (factor === 1 ? -0.8 : factor))
  return factors
}

const believed = new Set(
  'hope hoped hoping feared afraid worried expected expecting supposed claims claimed advertised skeptical sceptical assumed thought thinking assuming imagined wanted'.split(
    ' ',
  ),
)

function betterAhead(tokens: Token[], i: number): boolean {
  const words = tokens.slice(i + 1, i + 6).map((token) => token.lower)
  if (words.includes('not') || words.includes("n't")) return false
  // "would be great for families" fits them.
  if (words.includes('for') && !words.some((word) => word === 'more' || /^(?!over|never).{4,}er$/.test(word)))
    return false
  return (
    (words.includes('be') || words.includes('been')) &&
    words.some((word) =>
      /^(?:better|easier|improved|more|louder|nice|great|good|helpful|useful|handy|welcome|(?!never|ever|over|other|under|after|rather|either|whether|super|clever|order)\p{L}{3,}er)$/u.test(
        word,
      ),
    )
  )
}

const ifAhead = (tokens: Token[], i: number) => tokens.slice(i + 1, i + 8).some((token) => token.lower === 'if')

/** "If it had a timer, I would give it five stars"; but "If you like spice, you would love it". */
const ifBefore = (tokens: Token[], i: number) =>
  tokens[i - 1]?.lower !== 'you' &&
  tokens.slice(Math.max(0, i - 10), i).some(({ lower }, at, way) => lower === 'if' && way[at + 1]?.lower !== 'you')

/** "I would recommend it if you like spice" recommends. */
const recommendAhead = (tokens: Token[], i: number) =>
  tokens.slice(i + 1, i + 4).some(({ lower }) => lower === 'recommend' || lower === 'suggest')

import type { Sentence } from './analyse-text.ts'
import type { Token } from './tokens.ts'

/** Takes what is seen of a target: a name and its amount. */
export type Put = (name: string, amount: number) => void

/** Which opinions stand near a target, told apart by whether the sentence ties any of them to it. */
export type Nearby = 'tied' | 'loose' | 'none'

/**
 * What stands around a target and tells mention from judgement: "we ordered the chicken", "it comes with a case", "with my old phone". Only words that every kind of item shares are
 * read as themselves; all others by their part of speech.
 */
export function putSurroundings(
  { tokens, question }: Sentence,
  first: number,
  last: number,
  nearby: Nearby,
  put: Put,
): void {
  const before = shapeOf(tokens[first - 1])
  const after = shapeOf(tokens[last + 1])
  const headAt = headOf(tokens, first)
  const head = shapeOf(tokens[headAt])
  const own = namesBy[nearby]
  put(names.before(before), 1)
  put(names.twoBefore(shapeOf(tokens[first - 2])), 1)
  put(names.after(after), 1)
  put(names.twoAfter(shapeOf(tokens[last + 2])), 1)
  put(names.head(head), 1)
  put(own.before(before), 1)
  put(own.after(after), 1)
  put(own.head(head), 1)
  if (isDoneByPeople(tokens, headAt)) put(own.done, 1)
  if (isListed(tokens[first - 1]) || isListed(tokens[last + 1])) put(`${nearby}, listed`, 1)
  if (last > first) put('several words', 1)
  if (question) put('question', 1)
  put('length', Math.min(3, tokens.length / 15))
  put('place', first / tokens.length)
  let writers = 0
  let verbs = 0
  let exclaims = false
  tokens.forEach(({ lower, pos }) => {
    if (lower === 'i' || lower === 'we') writers += 1
    if (pos === 'VERB') verbs += 1
    if (lower === '!') exclaims = true
  })
  put('writers', Math.min(2, writers))
  put('verbs', Math.min(4, verbs))
  if (exclaims) put('exclamation', 1)
  let name = false
  let figure = false
  for (let i = Math.max(0, first - 4); i < Math.min(tokens.length, last + 4); i += 1) {
    const { pos } = tokens[i] as Token
    if (pos === 'PROPN' && i >= first && i <= last) name = true
    if (pos === 'NUM') figure = true
  }
  if (name) put('name', 1)
  if (figure) put('figure near', 1)
}

/** Names are made once: to join some ten of them anew for every target costs more than to weigh them. */
function nameWith(start: string): (shape: string) => string {
  const made = new Map<string, string>()
  return (shape) => {
    const known = made.get(shape)
    if (known !== undefined) return known
    made.set(shape, start + shape)
    return start + shape
  }
}
const names = {
  before: nameWith('before '),
  twoBefore: nameWith('two before '),
  after: nameWith('after '),
  twoAfter: nameWith('two after '),
  head: nameWith('head '),
}
const namesOf = (nearby: Nearby) => ({
  done: `${nearby}, done by people`,
  before: nameWith(`${nearby}, before `),
  after: nameWith(`${nearby}, after `),
  head: nameWith(`${nearby}, head `),
})
const namesBy = { tied: namesOf('tied'), loose: namesOf('loose'), none: namesOf('none') }

/** Whether the word at `at` is what somebody does with what follows: "we asked the waiter", "my wife then ordered the soup". */
function isDoneByPeople(tokens: Token[], at: number): boolean {
  if (tokens[at]?.pos !== 'VERB') return false
  const subject = tokens[at - 1]?.pos === 'ADV' || tokens[at - 1]?.pos === 'AUX' ? tokens[at - 2] : tokens[at - 1]
  return subject !== undefined && people.has(subject.lower)
}
const people = new Set(
  'i we he she they you wife husband friend friends girlfriend boyfriend son daughter kids mother father'.split(' '),
)

const isListed = (token: Token | undefined) => token?.text === ',' || token?.lower === 'and'

/** The word that governs the noun phrase of a target: a verb, a preposition. */
function headOf(tokens: Token[], first: number): number {
  let at = first - 1
  while (at >= 0 && first - at < 6 && phraseParts.has((tokens[at] as Token).pos)) at -= 1
  while (at >= 0 && first - at < 7 && owners.has((tokens[at] as Token).lower)) at -= 1
  return at
}
const phraseParts = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV'])
const owners = new Set(['my', 'your', 'his', 'her', 'our', 'their', 'its', "'s", '-'])

function shapeOf(token: Token | undefined): string {
  if (!token) return 'nothing'
  return shared.has(token.lower) ? token.lower : token.pos
}

const shared = new Set(
  "the a an my your his her our their its this that these those some any no every each all both of with for in on at to from by about into over under after before through without and or but so because if when while as than like not n't very too i we you they it he she who which what there here is are was were be been have has had do does did can could will would should may might must get got use used using buy bought order ordered ate eat try tried come comes came include included want wanted need needed take took made make put see saw say said ask asked tell told call called know also just only even more most one two".split(
    ' ',
  ),
)

/**
 * Learns what words say for and against, and writes ../learned.json. Run from the project's root:
 *
 *   npx node packages/opinions/training/train-polarity.ts [data folder]
 *
 * Data (default folder ../shared/data): pros-cons of Liu (CC BY 4.0) and women's clothing reviews (CC0).
 * No text of them is written, only weights of words. A fifth of pros-cons, chosen by a hash of the line (`isHeldOut`), is never read in training.
 *
 * Method: logistic regression on words and pairs of words, each with the amount that negation, force and wishes leave of it, the hand-written valence as a fixed offset: what is
 * learned is what the lists lack. Stochastic gradient descent with AdaGrad steps and L2; order from a fixed seed, so that the same data gives the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { analyseText, featuresOf } from '../analyse-text.ts'
import { forgetLearned } from '../valence-of.ts'
import { isHeldOut } from './held-out.ts'

const folder = process.argv[2] ?? process.env.REVIEWGUIDE_EVAL_DATA ?? '../shared/data'
const EPOCHS = 8
const RATE = 0.15
const L2 = 1e-4
/** A word seen less often is chance. */
const FEWEST = 4
/** Two units of hand-written valence are near certainty. */
const SCALE = 1.1

interface Example {
  source: number
  positive: boolean
  offset: number
  features: [number, number][]
  weight: number
}

forgetLearned()
const ids = new Map<string, number>()
const seen: number[] = []
const tags: Map<string, number>[] = []
const examples: Example[] = []

function learnFrom(text: string, positive: boolean, source: number, weight: number): void {
  const found = new Map<number, number>()
  const put = (name: string, amount: number, pos: string) => {
    let id = ids.get(name)
    if (id === undefined) {
      id = ids.size
      ids.set(name, id)
      seen.push(0)
      tags.push(new Map())
    }
    if (!found.has(id)) seen[id] = (seen[id] as number) + 1
    const counts = tags[id] as Map<string, number>
    counts.set(pos, (counts.get(pos) ?? 0) + 1)
    found.set(id, (found.get(id) ?? 0) + amount)
  }
  let offset = 0
  for (const sentence of analyseText(text)) {
    const features = featuresOf(sentence)
    features.forEach((feature, i) => {
      put(feature.word, feature.amount, feature.pos)
      const next = features[i + 1]
      if (next && next.index === feature.index + 1) put(`${feature.word} ${next.word}`, next.amount, 'PAIR')
    })
    offset += sentence.valence.reduce((sum, value) => sum + value, 0)
  }
  // Long texts repeat themselves: their evidence grows with the root of their length.
  if (found.size > 0)
    examples.push({ source, positive, offset: SCALE * Math.max(-4, Math.min(4, offset)), features: [...found], weight })
}

function readProsCons(): void {
  for (const side of ['Pros', 'Cons']) {
    const lines = gunzipSync(readFileSync(join(folder, `polarity/pros-cons/Integrated${side}.txt.gz`)))
      .toString('utf8')
      .split('\n')
    for (const line of lines) {
      const text = /<(?:Pros|Cons)>(.*)<\/(?:Pros|Cons)>/.exec(line)?.[1]?.trim()
      if (text && !isHeldOut(text)) learnFrom(text, side === 'Pros', 0, 1)
    }
  }
}

/** Titles of every star, sentences of the clear ones: a five-star review may hold a complaint, so its sentences weigh less. */
function readClothing(): void {
  const rows = readCsv(gunzipSync(readFileSync(join(folder, 'polarity/womens-clothing-23k.csv.gz'))).toString('utf8'))
  const [head, ...rest] = rows as [string[], ...string[][]]
  const column = (name: string) => head.indexOf(name)
  const [title, body, rating] = [column('Title'), column('Review Text'), column('Rating')]
  rest.forEach((row, i) => {
    const stars = Number(row[rating])
    if (!row[body] || stars === 3) return
    if (row[title]) learnFrom(row[title] as string, stars > 3, 1, stars > 3 ? 0.3 : 1)
    if (stars <= 2) learnFrom(row[body] as string, false, 2, 0.6)
    else if (stars === 5 && i % 4 === 0) learnFrom(row[body] as string, true, 2, 0.6)
  })
}

function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const value = match[1] as string
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (match[2] !== ',') {
      rows.push(row)
      row = []
      if (match.index + match[0].length >= text.length) break
    }
  }
  return rows
}

readProsCons()
readClothing()

let seed = 20240229
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const weights = new Float64Array(ids.size)
const squares = new Float64Array(ids.size).fill(1e-4)
const bias = [0, 0, 0]
const kept = seen.map((count) => count >= FEWEST)
for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  for (let i = examples.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = examples[i] as Example
    examples[i] = examples[j] as Example
    examples[j] = held
  }
  let right = 0
  for (const { source, positive, offset, features, weight } of examples) {
    const size = 1 / Math.sqrt(Math.max(1, features.length / 12))
    let sum = offset + (bias[source] as number)
    for (const [id, amount] of features) if (kept[id]) sum += (weights[id] as number) * amount * size
    if (sum > 0 === positive) right += 1
    const error = ((positive ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * weight
    bias[source] = (bias[source] as number) + 0.01 * error
    for (const [id, amount] of features) {
      if (!kept[id]) continue
      const gradient = error * amount * size - L2 * (weights[id] as number) * 50
      squares[id] = (squares[id] as number) + gradient * gradient
      weights[id] = (weights[id] as number) + (RATE * gradient) / Math.sqrt(squares[id] as number)
    }
  }
  console.log(`epoch ${epoch + 1}: ${((100 * right) / examples.length).toFixed(1)} % of ${examples.length} examples`)
}

// Opinion words are adjectives, adverbs, verbs and interjections; nouns and pairs say what a remark is likelier about, and serve whole sentences only.
// Common verbs and function words are left to whole sentences too: "gets" leans to complaint, yet judges nothing.
const light = new Set(
  "get gets got getting run runs running ran see seen saw seeing go goes going went gone come comes came coming have has had having take takes took taken taking make makes made making put puts use used uses using try tried trying say says said saying tell told buy bought buying do does did done doing keep keeps kept give gives gave given find finds found know knew think thought want wanted need needs needed look looks looked looking feel feels felt set sit sits sat stand turn turned show shown leave left call called ask asked wear wore wearing order ordered open opened change changed start started seem seems seemed become let lets live lived play plays played read reads hold holds carry carries allow allows include includes included including provide provides offer offers mean means happen happened end ended old new own first last next other many few more most less least much several such same different only just even still also too then there here when where why how never ever always often usually sometimes again away back down off out up over through together once twice ago soon later already instead maybe perhaps probably however therefore otherwise if not no nt n't yes wish hope expect expected seem am is are was were be been being can could will would should may might must supposed own".split(
    ' ',
  ),
)
const opinion: Record<string, number> = {}
const topic: Record<string, number> = {}
for (const [name, id] of [...ids].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const value = Math.round(((weights[id] as number) / SCALE) * 100)
  const pair = name.includes(' ')
  if (!kept[id] || Math.abs(value) < 30 || (pair && (seen[id] as number) < 6)) continue
  const tag = [...(tags[id] as Map<string, number>)].sort((a, b) => b[1] - a[1])[0]?.[0]
  if (!pair && !light.has(name) && (tag === 'ADJ' || tag === 'ADV' || tag === 'VERB' || tag === 'INTJ'))
    opinion[name] = value
  else topic[name] = value
}
const source =
  "Weights of words in hundredths of valence, learned by training/train-polarity.ts from pros-cons (Liu, CC BY 4.0) and women's clothing reviews (CC0). Holds no text of them."
writeFileSync(
  new URL('../learned.json', import.meta.url),
  `${JSON.stringify({ source, bias: Math.round(((bias[0] as number) / SCALE) * 100), words: opinion, topics: topic }, null, 0).replaceAll(',"', ',\n"')}\n`,
)
console.log(
  `${Object.keys(opinion).length} opinion words, ${Object.keys(topic).length} topics, bias ${bias.map((b) => b.toFixed(2)).join(' ')}`,
)

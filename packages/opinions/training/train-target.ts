/**
 * Learns how much an opinion word counts for a target, by where it stands, and what tells a mention from a judgement; writes ../target-weights.json. Run from the project's root,
 * after train-polarity.ts:
 *
 *   npx node packages/opinions/training/train-target.ts [data folder]
 *
 * Data: the five products of Hu and Liu 2004 (CC BY 4.0; default folder ../shared/data), and own-sentences.txt, written for this project, for the kinds of items that those are not.
 * No text is written, only weights of shapes and of words that all kinds of items share.
 *
 * Method: softmax over praise, complaint and no judgement with the logits s, -s and n, both linear in `targetFeatures`. Full-batch Adam with L2, so that the same data gives the same
 * file. Prints what a model that never saw a product says of it (each left out in turn), and of a fifth of our sentences by the rest.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseText } from '../analyse-text.ts'
import { tokensWithin } from '../polarity.ts'
import { targetFeatures } from '../target-features.ts'
import type { Put } from '../target-surroundings.ts'
import { type MarkedTarget, readMarkedTargets } from './read-marked-targets.ts'
import { isOwn, readOwnTargets } from './read-own-targets.ts'

const folder = process.argv[2] ?? process.env.REVIEWGUIDE_EVAL_DATA ?? '../shared/data'
const STEPS = 300
const RATE = 0.05
const SIDE_L2 = 15
const SETTLED_L2 = 300
/** What is judged of a kind of thing as a rule is weak evidence of what this sentence says. */
const KIND_L2 = 60
/** What opinions stand near is sure knowledge; the words around are many, and each says little. */
const NEARBY_L2 = 8
const SURROUNDINGS_L2 = 30
const nearbyNames = new Set([
  'tied',
  'any tied',
  'loose',
  "another's",
  'beyond',
  'both sides',
  'one side',
  'opinion words',
  'none',
  'none, done by people',
  'no opinion word',
  'question',
])
/** A shape seen less often is chance. */
const FEWEST = 20
/**
 * Mentions outnumber judgements five to two in the reviews. With so little weight each they make up an eighth of all; with more, the model falls silent on faint but true judgements;
 * with a third less it hardly ever does. Our own sentences have more judgements without a word of opinion than reviews do, so mentions without one are weighed to the same share there.
 */
const PASSED_OVER = { reviews: { judging: 0.04, mute: 0.05 }, own: { judging: 0.1, mute: 0.3 } }

type Sparse = [number, number][]
interface Example {
  product: string
  /** 0 praised, 1 complained of, 2 passed over. */
  label: 0 | 1 | 2
  weight: number
  side: Sparse
  silence: Sparse
}
interface Model {
  side: Float64Array
  silence: Float64Array
}

const CONSTANT = 0
const sideNames = new Map([['always', CONSTANT]])
const silenceNames = new Map([['always', CONSTANT]])

function collector(names: Map<string, number>): { put: Put; found: () => Sparse } {
  const amounts = new Map<number, number>()
  return {
    put(name, amount) {
      const id = names.get(name) ?? names.size
      names.set(name, id)
      amounts.set(id, (amounts.get(id) ?? 0) + amount)
    },
    found: () => [...amounts],
  }
}

function exampleOf({ text, start, end, praised, product }: MarkedTarget): Example[] {
  for (const sentence of analyseText(text)) {
    const range = tokensWithin(sentence, start, end)
    if (!range) continue
    const side = collector(sideNames)
    const silence = collector(silenceNames)
    targetFeatures(sentence, range.first, range.last, side.put, silence.put)
    const label = praised === null ? 2 : praised ? 0 : 1
    const found = silence.found()
    const passedOver = isOwn(product) ? PASSED_OVER.own : PASSED_OVER.reviews
    const isMute = found.some(([id]) => id === silenceNames.get('none'))
    const weight = praised !== null ? 1 : isMute ? passedOver.mute : passedOver.judging
    return [{ product, label, weight, side: side.found(), silence: found }]
  }
  return []
}

const dot = (weights: Float64Array, values: Sparse) =>
  values.reduce((sum, [id, amount]) => sum + (weights[id] as number) * amount, 0)

function chances(model: Model, { side, silence }: Example): [number, number, number] {
  const s = dot(model.side, side)
  const n = dot(model.silence, silence)
  const most = Math.max(Math.abs(s), n)
  const [praise, complaint, none] = [Math.exp(s - most), Math.exp(-s - most), Math.exp(n - most)]
  const sum = praise + complaint + none
  return [praise / sum, complaint / sum, none / sum]
}

function train(examples: readonly Example[]): Model {
  const seen = new Uint32Array(silenceNames.size)
  for (const { silence } of examples) for (const [id] of silence) seen[id] = (seen[id] as number) + 1
  const model = { side: new Float64Array(sideNames.size), silence: new Float64Array(silenceNames.size) }
  const start = new Float64Array(sideNames.size)
  for (const [name, id] of sideNames) start[id] = startOf(name)
  const settled = new Set([...sideNames].filter(([name]) => isSettled(name)).map(([, id]) => id))
  const kinds = new Set([...sideNames].filter(([name]) => name.startsWith('kind ')).map(([, id]) => id))
  const side = adam(model.side, start, (id) => (settled.has(id) ? SETTLED_L2 : kinds.has(id) ? KIND_L2 : SIDE_L2))
  const core = new Set([...nearbyNames].map((name) => silenceNames.get(name)))
  const silence = adam(model.silence, new Float64Array(silenceNames.size), (id) =>
    core.has(id) ? NEARBY_L2 : SURROUNDINGS_L2,
  )
  for (let step = 1; step <= STEPS; step += 1) {
    for (const example of examples) {
      const { label, weight } = example
      const [praise, complaint, none] = chances(model, example)
      const towardsSide = weight * (praise - (label === 0 ? 1 : 0) - (complaint - (label === 1 ? 1 : 0)))
      const towardsSilence = weight * (none - (label === 2 ? 1 : 0))
      for (const [id, amount] of example.side) side.gradient[id] = (side.gradient[id] as number) + towardsSide * amount
      for (const [id, amount] of example.silence)
        if ((seen[id] as number) >= FEWEST)
          silence.gradient[id] = (silence.gradient[id] as number) + towardsSilence * amount
    }
    side.step(step)
    silence.step(step)
  }
  return model
}

/**
 * What the weight of an opinion word's place is drawn to where few examples speak of it: nearer counts more, across a comma or with another noun of its own less. Else chance
 * would let a complaint count as praise in places that these reviews hardly have. Half of what they come to where there are examples enough: whole, they held back what the others tell.
 */
function startOf(name: string): number {
  if (name.startsWith('tied ')) return 0.45
  if (name.startsWith('beyond ')) return 0.05
  if (name.startsWith('loose') && name.endsWith(' beside tied')) return 0.12
  if (isSettled(name)) return 0
  const place = /^(another's|loose) (within|across) (near|off|far) /.exec(name)
  if (!place) return 0
  const nearness = place[3] === 'near' ? 0.4 : place[3] === 'off' ? 0.3 : 0.2
  return nearness * (place[1] === 'loose' ? 1 : 0.6) * (place[2] === 'within' ? 1 : 0.7)
}

/**
 * What a neighbour's opinion says of a target that has its own: in reviews of one mind it says much, in "great view, musty wardrobe" it misleads, and these reviews have few of the
 * second kind.
 */
const isSettled = (name: string) => name.endsWith(' beside tied') && !name.startsWith('loose')

/** Adam (Kingma and Ba 2015) with L2 around where each weight starts; the first, the constant, is free. */
function adam(weights: Float64Array, start: Float64Array, l2: (id: number) => number) {
  weights.set(start)
  const gradient = new Float64Array(weights.length)
  const mean = new Float64Array(weights.length)
  const square = new Float64Array(weights.length)
  return {
    gradient,
    step(count: number) {
      for (let i = 0; i < weights.length; i += 1) {
        const slope =
          (gradient[i] as number) + (i === CONSTANT ? 0 : l2(i) * ((weights[i] as number) - (start[i] as number)))
        mean[i] = 0.9 * (mean[i] as number) + 0.1 * slope
        square[i] = 0.999 * (square[i] as number) + 0.001 * slope * slope
        const [m, v] = [(mean[i] as number) / (1 - 0.9 ** count), (square[i] as number) / (1 - 0.999 ** count)]
        weights[i] = (weights[i] as number) - (RATE * m) / (Math.sqrt(v) + 1e-8)
      }
      gradient.fill(0)
    },
  }
}

function report(examples: readonly Example[]): void {
  for (const own of [false, true]) {
    const table = [0, 1, 2].map(() => [0, 0, 0])
    let sides = 0
    let right = 0
    let all = 0
    const set = examples.filter(({ product }) => isOwn(product) === own)
    for (const product of new Set(set.map((example) => example.product))) {
      const model = train(examples.filter((example) => example.product !== product))
      for (const example of set.filter((other) => other.product === product)) {
        const found = chances(model, example)
        const label = found.indexOf(Math.max(...found))
        const row = table[example.label] as number[]
        row[label] = (row[label] as number) + 1
        all += example.weight
        if (label === example.label) right += example.weight
        if (example.label < 2 && found[0] > found[1] === (example.label === 0)) sides += 1
      }
    }
    const sided = set.filter(({ label }) => label < 2).length
    console.log(
      `${own ? 'own sentences' : 'Hu and Liu'}, left out in turn: praise, complaint, passed over, each as praise / complaint / none`,
    )
    for (const row of table) console.log(row.join(' / '))
    console.log(
      `${((100 * right) / all).toFixed(1)} % right by weight; right side of ${sided} judgements, silence aside: ${((100 * sides) / sided).toFixed(1)} %`,
    )
  }
}

const examples = [...readMarkedTargets(join(folder, 'aspects/hu-liu-2004')), ...readOwnTargets()].flatMap(exampleOf)
report(examples)
const model = train(examples)
const written = (names: Map<string, number>, weights: Float64Array) =>
  Object.fromEntries(
    [...names]
      .map(([name, id]): [string, number] => [name, Math.round(1000 * (weights[id] as number))])
      .filter(([, weight]) => weight !== 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
const source =
  'Weights in thousandths, learned by training/train-target.ts from the product reviews of Hu and Liu 2004 (CC BY 4.0) and sentences of our own. Holds no text of them.'
const content = { source, side: written(sideNames, model.side), silence: written(silenceNames, model.silence) }
writeFileSync(new URL('../target-weights.json', import.meta.url), `${JSON.stringify(content, null, 2)}\n`)
console.log(`${Object.keys(content.side).length} weights of side, ${Object.keys(content.silence).length} of silence`)

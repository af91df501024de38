import type { Sentence } from './analyse-text.ts'
import { targetFeatures } from './target-features.ts'
import type { Put } from './target-surroundings.ts'
import weights from './target-weights.json' with { type: 'json' }

const sideWeights = new Map(Object.entries(weights.side as Record<string, number>))
const silenceWeights = new Map(Object.entries(weights.silence as Record<string, number>))

/** How a sentence speaks of a target, as logits: `side` of praise, its negative of complaint, `silence` of there being no judgement. The greatest of the three holds. */
export interface TargetScore {
  side: number
  silence: number
}

/** Scores the words first to last of a sentence by the weights that training/train-target.ts learned. */
export function targetScore(sentence: Sentence, first: number, last: number): TargetScore {
  const score = { side: 0, silence: 0 }
  const side: Put = (name, amount) => {
    score.side += (sideWeights.get(name) ?? 0) * amount
  }
  const silence: Put = (name, amount) => {
    score.silence += (silenceWeights.get(name) ?? 0) * amount
  }
  targetFeatures(sentence, first, last, side, silence)
  score.side /= UNIT
  score.silence /= UNIT
  return score
}

/** Weights are written in thousandths. */
const UNIT = 1000

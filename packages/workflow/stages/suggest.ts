import { weaknessesOf } from '../answer/sides.ts'
import { aspectName, capitalise, isPlural, theAspect } from '../answer/wording.ts'
import type { RunStage } from '../stage.ts'
import type { RunState } from '../state.ts'
import { withoutPhrase } from '../understanding/loosen.ts'

/** Most questions offered. */
const OFFERED = 4

/** Offers follow-up questions that the corpus can answer: each is made from something that was read for this answer. */
export function createSuggest(): RunStage {
  return (state, { emit }) => {
    const questions = [...new Set(questionsFor(state))].slice(0, OFFERED)
    if (questions.length > 0) emit({ type: 'data-suggestions', id: 'suggestions', data: { questions } })
    return { update: {} }
  }
}

function questionsFor({ answer, understanding, ranked, vocabulary }: RunState): string[] {
  const [pick, second] = answer.shown
  if (!pick) {
    const category = vocabulary.categories.find((one) => one.category === understanding.category)
    // Of a category where nothing fits, what does is nearer than anything else.
    if (category && understanding.intent === 'recommend')
      return [
        ...(understanding.budget ? [capitalise(`${withoutPhrase.price}?`)] : []),
        ...category.aspectTerms
          .slice(0, OFFERED - 1)
          .map(({ aspect }) => `Which ${category.category} are best for ${aspectName(aspect)}?`),
      ]
    return vocabulary.categories.slice(0, OFFERED).map(({ category, aspectTerms }) => {
      const aspect = aspectTerms[0]?.aspect
      return aspect ? `Which ${category} are best for ${aspectName(aspect)}?` : `Best ${category}?`
    })
  }
  const name = pick.item.name
  const asked = new Set(understanding.aspects)
  const rival = second ?? (ranked ?? []).find((other) => other !== pick)
  const price = pick.item.price
  const cheaper =
    price &&
    (ranked ?? []).some(
      ({ item }) => item.price && item.price.currency === price.currency && item.price.minor < price.minor,
    )
  const open = pick.ledger.aspects.filter(({ aspect, mentions }) => mentions >= 3 && !asked.has(aspect))[0]
  return [
    ...(rival && understanding.intent !== 'compare' ? [`Compare ${name} and ${rival.item.name}`] : []),
    ...(weaknessesOf(pick).length > 0 && understanding.side !== 'negative'
      ? [`What do people complain about most in ${name}?`]
      : []),
    ...(cheaper && understanding.intent === 'recommend' ? ['Cheaper ones?'] : []),
    ...(second && understanding.intent === 'recommend' ? ['What about the second one?'] : []),
    ...(open ? [`How ${isPlural(open.aspect) ? 'are' : 'is'} ${theAspect(open.aspect)} of ${name}?`] : []),
    ...(understanding.category && understanding.intent !== 'recommend'
      ? [`Best ${understanding.category}${price ? '' : ' of all'}?`]
      : []),
  ]
}

import { describe, expect, it } from 'vitest'
import { judgeSentence, leaningOf, polarityOfTarget } from './polarity.ts'

const on = (text: string, term: string) => {
  const start = text.indexOf(term)
  expect(start).toBeGreaterThanOrEqual(0)
  return polarityOfTarget(text, start, start + term.length)
}

describe('judgeSentence', () => {
  it.each<[string, string]>([
    ['I love it.', 'positive'],
    ['It is not bad.', 'positive'],
    ['It is not good.', 'negative'],
    ['I do not recommend this.', 'negative'],
    ['You can’t go wrong with it.', 'positive'],
    ['Could not be happier.', 'positive'],
    ['A complete waste of money.', 'negative'],
    ['It stopped working after a week.', 'negative'],
    ['No problems at all.', 'positive'],
    ['Does it have a good screen?', 'neutral'],
    ['I bought it in May.', 'neutral'],
    ['Works like a charm.', 'positive'],
    ['Never buy from them.', 'negative'],
    ['It is too complicated.', 'negative'],
    ['👍', 'positive'],
    ['Came today ❤️', 'positive'],
    ['So it goes :(', 'negative'],
    ['Delivered late 😡', 'negative'],
    ['', 'neutral'],
  ])('%j is %s', (text, polarity) => {
    expect(judgeSentence(text)).toBe(polarity)
  })
})

describe('polarityOfTarget', () => {
  it.each<[string, string, string]>([
    ['Great sound but the case squeaks.', 'sound', 'positive'],
    ['Great sound but the case squeaks.', 'case', 'negative'],
    ['The screen is gorgeous, although the hinge is flimsy.', 'hinge', 'negative'],
    ['The screen is gorgeous, although the hinge is flimsy.', 'screen', 'positive'],
    ['It has a long battery life.', 'battery life', 'positive'],
    ['There was a long wait.', 'wait', 'negative'],
    ['The price is high.', 'price', 'negative'],
    ['The quality is high.', 'quality', 'positive'],
    ['The price is low.', 'price', 'positive'],
    ['Our food arrived cold.', 'food', 'negative'],
    ['The beer was ice cold.', 'beer', 'positive'],
    ['The room was small.', 'room', 'negative'],
    ['The plastic feels cheap.', 'plastic', 'negative'],
    ['The laptop gets hot.', 'laptop', 'negative'],
    ['The screen isn’t bright enough.', 'screen', 'negative'],
    ['The keys are not too stiff.', 'keys', 'positive'],
    ['I wish the battery lasted longer.', 'battery', 'negative'],
    ['It would be perfect if the cord were longer.', 'cord', 'negative'],
    ['The staff were incredibly rude.', 'staff', 'negative'],
    ['The room, however, was tiny.', 'room', 'negative'],
    ['The new screen is better than the old screen.', 'old screen', 'negative'],
    ['Is the battery any good?', 'battery', 'neutral'],
    ['I never had a problem with the hinge.', 'hinge', 'positive'],
    ['The service could have been a lot better.', 'service', 'negative'],
  ])('%j on %j is %s', (text, term, polarity) => {
    expect(on(text, term)).toBe(polarity)
  })

  it('is neutral outside of the text', () => {
    expect(polarityOfTarget('Good.', 90, 95)).toBe('neutral')
  })
})

describe('leaningOf', () => {
  it('sides where a remark only names what people praise or complain of', () => {
    expect(leaningOf('ease of use, great pictures')).toBeGreaterThan(0)
    expect(leaningOf('short warranty, slow to charge')).toBeLessThan(0)
  })
})

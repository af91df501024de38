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

  it.each<[string, [string, string, string][]]>([
    [
      'negation within its scope',
      [
        ['The screen is not only great, it is also cheap to replace.', 'screen', 'positive'],
        ['I could not be happier with the keyboard.', 'keyboard', 'positive'],
        ['I couldn’t imagine a friendlier host.', 'host', 'positive'],
        ['The food was nothing special.', 'food', 'negative'],
        ['The service was never slow.', 'service', 'positive'],
        ['The camera does not focus in the dark.', 'camera', 'negative'],
        ['The door cannot be locked from inside.', 'door', 'negative'],
        ['The handle doesnt lock', 'handle', 'negative'],
        ['Can’t argue with the price.', 'price', 'positive'],
        ['What I don’t love: the screen.', 'screen', 'negative'],
        ['It is not easy to clean the nozzle.', 'nozzle', 'negative'],
        ['The dial is not hard to turn.', 'dial', 'positive'],
        ['You cannot go wrong with the lasagne.', 'lasagne', 'positive'],
        ['I have never had such good ramen.', 'ramen', 'positive'],
        ['Neither the lamp nor the shade that came with it is any good.', 'shade', 'negative'],
        ['There is no shortage of good bakeries.', 'bakeries', 'positive'],
        ['You do not have to spend much for a great breakfast.', 'breakfast', 'positive'],
        ['The heater does not have a thermostat.', 'thermostat', 'negative'],
        ['The heater does not have any problems.', 'heater', 'positive'],
        ['Lunch was good, dinner was not.', 'dinner', 'negative'],
        ['Lunch was good, dinner was not.', 'Lunch', 'positive'],
        ['The towels were filthy, but the sheets weren’t.', 'sheets', 'positive'],
      ],
    ],
    [
      'ways of speaking, and words misspelt',
      [
        ['The goulash really hit the spot.', 'goulash', 'positive'],
        ['The porter rolled his eyes.', 'porter', 'negative'],
        ['The projector shuts itself off.', 'projector', 'negative'],
        ['I wish they had a bigger oven.', 'oven', 'negative'],
        ['The stew was delicous.', 'stew', 'positive'],
        ['A dissapointing finale.', 'finale', 'negative'],
      ],
    ],
    [
      'force, emphasis and emoji',
      [
        ['The hinge is slightly loose.', 'hinge', 'negative'],
        ['The room was GREAT!!!', 'room', 'positive'],
        ['The soup was sooooo good.', 'soup', 'positive'],
        ['THE SCREEN IS GORGEOUS AND THE KEYBOARD IS AWFUL', 'KEYBOARD', 'negative'],
        ['The charger 👍', 'charger', 'positive'],
        ['The breakfast 🤮', 'breakfast', 'negative'],
      ],
    ],
    [
      'contrast, and opinions of neighbours',
      [
        ['Battery life is great but the wait was terrible.', 'Battery life', 'positive'],
        ['Battery life is long but the wait was long.', 'Battery life', 'positive'],
        ['Battery life is long but the wait was long.', 'wait', 'negative'],
        ['The room is awful but the service was superb.', 'room', 'negative'],
        ['Although the lobby is dated, the pool is lovely.', 'lobby', 'negative'],
        ['Although the lobby is dated, the pool is lovely.', 'pool', 'positive'],
        ['Huge portions, gruff service, lovely garden.', 'service', 'negative'],
        ['Great breakfast, great view, musty wardrobe.', 'view', 'positive'],
        ['Great breakfast, great view, musty wardrobe.', 'wardrobe', 'negative'],
        ['The screen is gorgeous and the keyboard is awful.', 'keyboard', 'negative'],
      ],
    ],
    [
      'wishes and conditions',
      [
        ['I wish it had a better microphone.', 'microphone', 'negative'],
        ['The strap would be great if it held.', 'strap', 'negative'],
        ['I would recommend the soup if you like spice.', 'soup', 'positive'],
        ['The hostess could have been friendlier.', 'hostess', 'negative'],
        ['I would have liked a longer hose.', 'hose', 'negative'],
        ['The suite would be great for families.', 'suite', 'positive'],
      ],
    ],
    [
      'questions, and what is said before one',
      [
        ['Does the lid close well?', 'lid', 'neutral'],
        ['The lid is gorgeous, but does it close?', 'lid', 'positive'],
        ['Great tent, how can you go wrong?', 'tent', 'positive'],
      ],
    ],
    ['exceptions from what is said of all else', [['Everything was delicious except the tart.', 'tart', 'negative']]],
    [
      'liking, and what fails with ease',
      [
        ['I like the strap.', 'strap', 'positive'],
        ['The strap looks like a ribbon.', 'strap', 'neutral'],
        ['The coating scratches easily.', 'coating', 'negative'],
        ['The coating cleans easily.', 'coating', 'positive'],
      ],
    ],
    [
      'who wins a comparison',
      [
        ['The new hose is better than my old vacuum.', 'hose', 'positive'],
        ['The new hose is better than my old vacuum.', 'old vacuum', 'negative'],
        ['The old one is not as good as this brush.', 'brush', 'positive'],
        ['Their coffee is superior to the coffee downstairs.', 'coffee downstairs', 'negative'],
        ['Compared to the old pump this one is quiet.', 'old pump', 'negative'],
      ],
    ],
    [
      'words whose side depends on the thing',
      [
        ['The price is cheap.', 'price', 'positive'],
        ['It is made of cheap plastic.', 'plastic', 'negative'],
        ['The food was hot.', 'food', 'positive'],
        ['The laptop runs hot.', 'laptop', 'negative'],
        ['The portions are small.', 'portions', 'negative'],
        ['The adapter is small and light.', 'adapter', 'positive'],
        ['The fan is loud.', 'fan', 'negative'],
        ['The speakers are loud.', 'speakers', 'positive'],
      ],
    ],
    ['mockery that is certain', [['Great charger, it broke after a day.', 'charger', 'negative']]],
    [
      'mentions without judgement',
      [
        ['We ordered the chicken.', 'chicken', 'neutral'],
        ['I have the 13 inch model with 8 GB of memory.', 'memory', 'neutral'],
        ['I bought the case in May.', 'case', 'neutral'],
        ['We sat at the bar.', 'bar', 'neutral'],
        ['I asked the waiter for the bill.', 'waiter', 'neutral'],
        ['Is the pool warm?', 'pool', 'neutral'],
      ],
    ],
  ])('hears %s', (_, cases) => {
    for (const [text, term, polarity] of cases) expect(`${term}: ${on(text, term)}`, text).toBe(`${term}: ${polarity}`)
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

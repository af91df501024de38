import { describe, expect, it } from 'vitest'
import { useAspects } from './lexicon/uses.ts'
import { createOpinionFinder } from './opinion-finder.ts'

const finder = createOpinionFinder()
const uses = (text: string, category: string) =>
  finder
    .find(text, category)
    .filter(({ use }) => use)
    .map(({ aspect, polarity }) => `${aspect}: ${polarity}`)

describe('uses as aspects', () => {
  it.each<[string, string, string[]]>([
    ['earbuds', 'Perfect for running.', ['running: positive']],
    ['earbuds', 'Useless for the gym.', ['gym: negative']],
    ['earbuds', 'I run four times a week with them and they never fell out.', ['running: positive']],
    ['earbuds', 'I run at dawn.', ['running: neutral']],
    ['laptops', 'Hopeless for gaming.', ['gaming: negative']],
    ['laptops', 'Great for students.', ['students: positive']],
    ['laptops', 'For video editing it is excellent.', ['video editing: positive']],
    ['hotels', 'Ideal for families.', ['families: positive']],
    ['hotels', 'We came with three kids.', ['families: neutral']],
    ['restaurants', 'Lovely for a date.', ['couples: positive']],
    ['vacuum cleaners', 'Good with dog hair.', ['pets: positive']],
    ['moving companies', 'They carried the piano.', ['fragile items: neutral']],
    ['moving companies', 'The app runs on any phone.', []],
    ['earbuds', 'Is it good for running?', ['running: neutral']],
  ])('%s: %j', (category, text, expected) => {
    expect(uses(text, category)).toEqual(expected)
  })

  it('lists the words of each use for questions', () => {
    expect(useAspects.running).toContain('runner')
    expect(useAspects.families).toContain('kids')
    expect(
      Object.values(useAspects)
        .flat()
        .every((word) => /^[\p{Ll}\p{N}' -]+$/u.test(word)),
    ).toBe(true)
  })
})

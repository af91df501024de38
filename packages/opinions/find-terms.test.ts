import { describe, expect, it } from 'vitest'
import { analyseText } from './analyse-text.ts'
import { aspectNames } from './aspect-names.ts'
import { findTerms } from './find-terms.ts'

const terms = (text: string, category: string) =>
  analyseText(text).flatMap((sentence) =>
    findTerms(sentence, aspectNames(category))
      .filter(({ listed, implicit }) => listed && !implicit)
      .map(({ first, last }) => text.slice(sentence.tokens[first]?.start, sentence.tokens[last]?.end)),
  )

describe('findTerms', () => {
  it.each<[string, string, string[]]>([
    ['The external hard drive is fast.', 'laptops', ['external hard drive']],
    ['An excellent keyboard, and I like Windows 10 Home.', 'laptops', ['keyboard', 'Windows 10 Home']],
    ['The laptop screen has keyboard problems.', 'laptops', ['screen', 'keyboard']],
    ['The battery gauge lies.', 'laptops', ['battery gauge']],
    ['It has a built-in camera.', 'laptops', ['built-in camera']],
    ['It is easy to use and runs smoothly.', 'laptops', ['use', 'runs']],
    ['I use it and it runs programs.', 'laptops', ['programs']],
    ['Well built and reasonably priced.', 'kettles', ['built', 'priced']],
    ['The built in shelf.', 'fridges', ['built in shelf']],
    ['The grilled salmon and a glass of red wine.', 'restaurants', ['grilled salmon', 'glass of red wine']],
    ['Great wine list.', 'restaurants', ['wine list']],
    ['The entree was bland.', 'restaurants', ['entree']],
    ['It was a waste of money.', 'laptops', []],
  ])('%j (%s): %j', (text, category, expected) => {
    expect(terms(text, category)).toEqual(expected)
  })
})

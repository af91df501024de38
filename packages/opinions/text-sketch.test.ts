import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alikeSketches, nearTriples, sketchRules, textSketch } from './text-sketch.ts'

const words = 'amber basin cedar delta ember flint grove harbor inlet jetty kettle lumen marsh north orbit pearl'.split(
  ' ',
)
const sentence = fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 60 }).map((list) => list.join(' '))

test('a sketch is sorted, of 32 bits, and the same for texts that differ in case and marks only', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const sketch = textSketch(text)
      expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b))
      expect(sketch.every((hash) => hash === (hash | 0))).toBe(true)
      expect(textSketch(`${text.toUpperCase().replaceAll(' ', ', ')}!`)).toEqual(sketch)
      expect(sketch.length > 0).toBe(text.split(' ').length >= 8)
    }),
  )
})

test('sketches are alike both ways, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 30 }), (texts) => {
      const sketched = (list: string[]) => list.map((print) => ({ print, sketch: textSketch(print) }))
      const all = [...new Set(texts)]
      const named = (list: string[]) =>
        alikeSketches(sketched(list))
          .map((others, at) => [list[at], others.map((other) => list[other]).sort()])
          .sort()
      alikeSketches(sketched(all)).forEach((others, at, alike) => {
        for (const other of others) expect(alike[other]).toContain(at)
        expect(others).not.toContain(at)
      })
      expect(named(all.toReversed())).toEqual(named(all))
    }),
  )
})

test('many variants of one text are found through their neighbours, without comparing all', () => {
  const base = 'the quiet motor and the wide brush pick up hair of two dogs from a thick rug in one go every day'
  const variants = Array.from({ length: 3 * sketchRules.common }, (_, at) => ({
    print: String(at),
    sketch: textSketch(`${base} number${at}`),
  }))
  const alike = alikeSketches(variants)
  expect(alike.every((others) => others.length > 0)).toBe(true)
  expect(Math.max(...alike.map((others) => others.length))).toBeLessThan(sketchRules.common)
})

test('near copies share a third of their triples, and more than chance gives', () => {
  const text = 'We bought this for the cabin and it heats the whole room in ten minutes without any smell at all'
  expect(nearTriples(text, text.replace('cabin', 'house').replace('whole', 'entire'))).toBeGreaterThan(9)
  expect(nearTriples('I bought this for my wife and she likes it', 'I bought this for my son and he uses it')).toBe(0)
})

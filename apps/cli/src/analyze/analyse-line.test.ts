import { createOpinionFinder } from '@reviewguide/opinions'
import { expect, test } from 'vitest'
import { findOpinions, judgeTargets } from './analyse-line.ts'

const finder = createOpinionFinder()

test('terms are spans of the text as it was given, in UTF-16 units', () => {
  const text = '🏃🏽‍♀️ &amp; <br> Great screen,\r\nbut the  keyboard is terrible.'
  const analysed = findOpinions({ id: 7, text, other: true }, finder, { category: 'laptops' })
  if (!analysed.ok) throw new Error(analysed.problem)
  expect(analysed.result.id).toBe(7)
  expect(analysed.result.opinions).toMatchObject([
    { term: 'screen', polarity: 'positive', start: text.indexOf('screen') },
    { term: 'keyboard', polarity: 'negative', start: text.indexOf('keyboard') },
  ])
  for (const { term, start, end } of analysed.result.opinions) expect(text.slice(start, end)).toBe(term)
})

test('opinions that name no aspect are left out unless they are asked for', () => {
  const implicit = {
    aspect: 'weight',
    term: 'heavy',
    polarity: 'negative' as const,
    start: 4,
    end: 9,
    quoteStart: 0,
    quoteEnd: 9,
    implicit: true,
  }
  const both = { find: () => [implicit, { ...implicit, term: 'case', implicit: undefined }] }
  const line = { id: 'a', text: 'too heavy' }
  const terms = (options: { implicit?: boolean }) => {
    const analysed = findOpinions(line, both, { category: '', ...options })
    return analysed.ok ? analysed.result.opinions.map(({ term }) => term) : []
  }
  expect(terms({})).toEqual(['case'])
  expect(terms({ implicit: true })).toEqual(['heavy', 'case'])
})

test('each target gets one judgement, in order, repeated or overlapping or not', () => {
  const text = 'Great sound, but the case squeaks.'
  const targets = [
    { start: 21, end: 25 },
    { start: 6, end: 11 },
    { start: 6, end: 11 },
    { start: 0, end: text.length },
    { start: 0, end: 0 },
  ]
  const judged = judgeTargets({ id: 'r', text, targets })
  if (!judged.ok) throw new Error(judged.problem)
  expect(judged.result.opinions.map(({ start, end }) => ({ start, end }))).toEqual(targets)
  expect(judged.result.opinions.slice(0, 3).map(({ polarity }) => polarity)).toEqual([
    'negative',
    'positive',
    'positive',
  ])
  expect(judgeTargets({ id: 'r', text: '', targets: [] })).toEqual({ ok: true, result: { id: 'r', opinions: [] } })
})

test('a target deep in a long text is judged by what stands around it', () => {
  const filler = 'It is a thing with parts. '.repeat(4000)
  const text = `${filler}The screen is terrible. ${filler}`
  const start = text.indexOf('screen')
  const judged = judgeTargets({ id: 'l', text, targets: [{ start, end: start + 6 }] })
  expect(judged).toMatchObject({ ok: true, result: { opinions: [{ start, polarity: 'negative' }] } })
})

test('what is wrong with a line is said in words', () => {
  const problem = (value: unknown) => {
    const judged = judgeTargets(value)
    return judged.ok ? null : judged.problem
  }
  expect(problem({ id: 1, text: 'abc', targets: [{ start: 0, end: 4 }] })).toMatch(/targets\.0: ends after the text.*3/)
  expect(problem({ id: 1, text: 'abc', targets: [{ start: 2, end: 1 }] })).toMatch(/targets\.0: start after end/)
  expect(problem({ id: 1, text: 'abc' })).toMatch(/^targets/)
  expect(problem({ text: 5, targets: [] })).toMatch(/id.*text/)
  expect(problem([])).toMatch(/object/)
})

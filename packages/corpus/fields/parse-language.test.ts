import { describe, expect, it } from 'vitest'
import { parseLanguage } from './parse-language.ts'

describe('parseLanguage', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['pt_BR', 'pt'],
    ['eng', 'en'],
    ['und', undefined],
    ['en_x', undefined],
    ['English', 'en'],
    ['Deutsch', 'de'],
    ['German', 'de'],
    ['', undefined],
    ['Klingonese tongue', undefined],
  ])('reads "%s" as %s', (text, code) => {
    expect(parseLanguage(text)).toBe(code)
  })
})

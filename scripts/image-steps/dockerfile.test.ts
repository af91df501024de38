import { describe, expect, test } from 'vitest'
import { healthCommandOf, type Instruction, parseDockerfile, pathsOf, variablesOf } from './dockerfile.ts'

/** The instructions of a file's only stage. */
const instructions = (text: string): Instruction[] =>
  parseDockerfile(`FROM node:24-slim\n${text}`)[0]?.instructions ?? []
const only = (text: string): Instruction => {
  const [instruction, ...others] = instructions(text)
  if (!instruction || others.length > 0) throw new Error('one instruction was expected')
  return instruction
}

describe('stages', () => {
  test('have a base, a name or none, and what follows', () => {
    const stages = parseDockerfile(
      '# syntax=docker/dockerfile:1\n\nFROM node:24-slim AS build\nWORKDIR /app\n\nfrom node:24-slim\nuser 1\n',
    )
    expect(stages.map(({ base, name, line }) => [base, name, line])).toEqual([
      ['node:24-slim', 'build', 3],
      ['node:24-slim', undefined, 6],
    ])
    expect(stages[1]?.instructions).toMatchObject([{ keyword: 'USER', text: '1', line: 7 }])
  })

  test.each([
    ['', 'line 1: there is no FROM'],
    ['WORKDIR /app\nFROM a:1', 'line 1: WORKDIR before any FROM'],
    ['FROM a:1\n\nSHELL ["sh"]', 'line 3: the instruction SHELL is not understood'],
    ['FROM a:1\nCOPY', 'line 2: COPY says nothing'],
    ['FROM a:1\nRUN <<END', 'line 2: a text within the file'],
    ['FROM $BASE', 'line 1: FROM $BASE is not understood'],
  ])('%j is refused with its line', (text, words) => {
    expect(() => parseDockerfile(text)).toThrow(words)
  })
})

test('an instruction over several lines is one, comments between them are not in it', () => {
  const [run, user] = instructions('RUN one \\\n  # why\n\n && two # not a comment \\\n && three\nUSER 1')
  expect(run).toMatchObject({ line: 2, text: 'one && two # not a comment && three', list: null })
  expect(user).toMatchObject({ line: 7 })
})

test('flags are read before the rest, and only there', () => {
  expect(only('COPY --from=build --chmod=444 /app ./')).toMatchObject({
    flags: { from: 'build', chmod: '444' },
    text: '/app ./',
  })
  expect(only('RUN npm ci --omit=dev --ignore-scripts')).toMatchObject({
    flags: {},
    text: 'npm ci --omit=dev --ignore-scripts',
  })
})

test('a command is a list, or for a shell', () => {
  expect(only('CMD ["node", "-e", "a [\\"b\\"]"]').list).toEqual(['node', '-e', 'a ["b"]'])
  expect(only('CMD node main.ts').list).toBeNull()
  expect(only("CMD ['node', 'main.ts']").list).toBeNull()
  expect(healthCommandOf(only('HEALTHCHECK --interval=30s CMD ["node", "-e", "0"]'))).toEqual(['node', '-e', '0'])
  expect(healthCommandOf(only('HEALTHCHECK CMD curl localhost'))).toBeNull()
  expect(healthCommandOf(only('HEALTHCHECK NONE'))).toBeNull()
})

test('variables are names with values', () => {
  expect(variablesOf(only('ENV A=1 \\\n  B="two words" C=\'x\' D='))).toEqual({ A: '1', B: 'two words', C: 'x', D: '' })
  expect(variablesOf(only('ARG COMMIT'))).toEqual({ COMMIT: '' })
  expect(() => variablesOf(only('ENV A some value'))).toThrow('line 2: ENV is understood as NAME=value alone')
  expect(() => variablesOf(only('ENV A="not closed'))).toThrow('NAME=value alone')
})

test('paths are sources and a target', () => {
  expect(pathsOf(only('COPY a b ./'))).toEqual({ sources: ['a', 'b'], target: './' })
  expect(pathsOf(only('COPY ["a b", "c"]'))).toEqual({ sources: ['a b'], target: 'c' })
  expect(() => pathsOf(only('COPY a'))).toThrow('needs a source and a target')
  expect(() => pathsOf(only('COPY *.json ./'))).toThrow('patterns')
})

import { textLine } from '@reviewguide/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createServerLog, takeOverConsole } from './server-log.ts'

const lines: string[] = []
const out = { write: (line: string) => void lines.push(line) }
const { debug, log, info, warn, error } = console
const listeners = process.listeners('warning')

beforeEach(() => void lines.splice(0))
afterEach(() => {
  Object.assign(console, { debug, log, info, warn, error })
  process.removeAllListeners('warning')
  for (const listener of listeners) process.on('warning', listener)
})

describe("the log of the page's server", () => {
  it('is JSON or words, with the same in them', () => {
    for (const logFormat of ['json', 'text'] as const) {
      createServerLog({ logLevel: 'INFO', logFormat }, out).warn({ requestId: 'req_1' }, 'it is late')
    }
    const [json = '', text = ''] = lines.map((line) => line.replace(/\d{4}-\S+Z/, 'NOW'))
    const said = {
      level: 'WARNING',
      time: 'NOW',
      service: 'reviewguide-frontend',
      requestId: 'req_1',
      msg: 'it is late',
    }
    expect(JSON.parse(json)).toEqual(said)
    expect(text).toBe(`${textLine(json)}\n`)
  })

  it('has what Next and Node say on the console, without its words', async () => {
    takeOverConsole(createServerLog({ logLevel: 'INFO', logFormat: 'json' }, out))
    console.log('ready for Ann')
    console.warn('no page for Ann')
    console.error(' ⨯', new RangeError('Ann'))
    process.emitWarning('Ann', 'OldWarning')
    await expect.poll(() => lines).toHaveLength(3)
    expect(lines.join('')).not.toContain('Ann')
    expect(lines.map((line) => JSON.parse(line)).map(({ level, err }) => [level, err.type])).toEqual([
      ['WARNING', 'Error'],
      ['ERROR', 'RangeError'],
      ['WARNING', 'OldWarning'],
    ])
  })
})

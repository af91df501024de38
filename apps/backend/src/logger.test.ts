import { textLine } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import { createLogger } from './logger.ts'

const lines: string[] = []
const out = { write: (line: string) => void lines.push(line) }

describe('the log', () => {
  it('is JSON or words, with the same in them', () => {
    const made = (['json', 'text'] as const).map((logFormat) => {
      lines.length = 0
      createLogger({ logLevel: 'info', logFormat }, out).error(
        { err: new TypeError('words'), requestId: 'req_1' },
        'it broke',
      )
      return lines.join('')
    })
    const [json = '', text = ''] = made.map((line) => line.replace(/\d{4}-\S+Z/, 'NOW').replace(/:\d+:\d+/g, ''))
    expect(JSON.parse(json)).toMatchObject({
      level: 'ERROR',
      time: 'NOW',
      service: 'reviewguide-backend',
      msg: 'it broke',
    })
    expect(JSON.parse(json).err).toMatchObject({ type: 'TypeError' })
    expect(text).toBe(`${textLine(json)}\n`)
    expect(json + text).not.toContain('words')
  })

  it('leaves out what is below its level', () => {
    lines.length = 0
    const log = createLogger({ logLevel: 'warn', logFormat: 'json' }, out)
    log.info('a')
    log.warn('b')
    log.fatal('c')
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(['WARNING', 'ERROR'])
  })
})

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRejects } from './rejects-file.ts'

describe('createRejects', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reviewguide-rejects-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('writes line, reason and row beside the input', async () => {
    const rejects = createRejects(join(folder, 'a.csv'), '/nowhere')
    await rejects.add(3, 'no text', Buffer.from('x,,1\r\n'))
    const path = await rejects.close()
    expect(path).toBe(join(folder, 'a.csv.rejects.jsonl'))
    expect(JSON.parse(readFileSync(path ?? '', 'utf8'))).toEqual({ line: 3, reason: 'no text', row: 'x,,1' })
  })

  it('removes what an earlier import left when nothing is rejected now', async () => {
    const input = join(folder, 'a.csv')
    const first = createRejects(input, folder)
    await first.add(1, 'no text', Buffer.from(''))
    await first.close()
    expect(await createRejects(input, folder).close()).toBeNull()
    expect(existsSync(`${input}.rejects.jsonl`)).toBe(false)
  })

  it('writes to the other folder where none can be made beside the input', async () => {
    const rejects = createRejects(join(folder, 'gone', 'a.csv'), folder)
    await rejects.add(1, 'no text', Buffer.from('x'))
    expect(await rejects.close()).toBe(join(folder, 'a.csv.rejects.jsonl'))
  })
})

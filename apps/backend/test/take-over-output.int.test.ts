import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const talkative = fileURLToPath(new URL('processes/talkative.ts', import.meta.url))

it.each(['throws', 'rejects'])(
  'all that a process writes is a line without words, also when it ends because something %s',
  async (how) => {
    const ended = promisify(execFile)(process.execPath, [talkative, how]).then(
      (done) => ({ ...done, code: 0 }),
      (failed: { stdout: string; stderr: string; code: number }) => failed,
    )
    const { stdout, stderr, code } = await ended
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).not.toContain('Ann')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ level, msg, err }) => [level, msg, err.type])).toEqual([
      ['DEBUG', 'something was said on the console', 'Error'],
      ['DEBUG', 'something was said on the console', 'Error'],
      ['WARNING', 'something was said on the console', 'TypeError'],
      ['ERROR', 'something was said on the console', 'RangeError'],
      ['WARNING', 'a warning of Node', 'OldWarning'],
      ['ERROR', 'the process failed', 'Error'],
    ])
    for (const { err } of lines) expect(err.stack).toContain('talkative.ts:')
  },
)

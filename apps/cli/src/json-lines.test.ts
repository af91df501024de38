import { expect, test } from 'vitest'
import { readJsonLines } from './json-lines.ts'

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = (text: string | Buffer, size = 3) => Array.fromAsync(readJsonLines(pieces(Buffer.from(text), size)))

test('lines keep their numbers, whatever ends them and however the bytes arrive', async () => {
  const text = '\uFEFF{"a":"\u2028🙂"}\r\n\n  \n[1]\n"last"'
  for (const size of [1, 2, 7, 1000]) {
    expect(await read(text, size)).toEqual([
      { line: 1, value: { a: '\u2028🙂' } },
      { line: 4, value: [1] },
      { line: 5, value: 'last' },
    ])
  }
})

test('a line that cannot be read is told apart, and the others stay', async () => {
  const bytes = Buffer.concat([Buffer.from('{"a":\n'), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from('1\n')])
  const lines = await read(bytes)
  expect(lines).toMatchObject([
    { line: 1, problem: expect.stringContaining('broken JSON') },
    { line: 2, problem: 'the line is not valid UTF-8' },
    { line: 3, value: 1 },
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachment } from './file-name.ts'

test.each([
  ['Best earbuds for running?', 'attachment; filename="reviewguide-best-earbuds-for-running.md"'],
  ['../../etc/passwd\r\nx: y', 'attachment; filename="reviewguide-etc-passwd-x-y.md"'],
  ['???', 'attachment; filename="reviewguide-chat.md"'],
  ['Zürich', 'attachment; filename="reviewguide-zurich.md"; filename*=UTF-8\'\'reviewguide-z%C3%BCrich.md'],
  ['静か', 'attachment; filename="reviewguide-chat.md"; filename*=UTF-8\'\'reviewguide-%E9%9D%99%E3%81%8B.md'],
])('%j', (title, header) => {
  expect(attachment(title, 'md')).toBe(header)
})

test('no title leaves its place in the header, names a path, or is too long for a file system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const header = attachment(title.toWellFormed(), 'json')
      expect(header).toMatch(
        /^attachment; filename="reviewguide-[a-z0-9-]{1,60}\.json"(; filename\*=UTF-8''reviewguide-[\w%.-]+\.json)?$/,
      )
      const own = decodeURIComponent(/''(.*)$/.exec(header)?.[1] ?? '')
      expect(Buffer.byteLength(own)).toBeLessThanOrEqual(255)
    }),
  )
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BrokenArchive, openReviewFile } from './open-review-file.ts'

describe('openReviewFile', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reviewguide-open-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const open = (content: Buffer | string, encoding?: string) => {
    const path = join(folder, 'file')
    writeFileSync(path, content)
    return openReviewFile(path, new AbortController().signal, encoding)
  }
  const read = async (content: Buffer | string, encoding?: string) => {
    const file = await open(content, encoding)
    const all: Buffer[] = []
    for await (const chunk of file.chunks) all.push(chunk)
    return { text: Buffer.concat(all).toString('utf8'), notes: file.notes, head: file.head }
  }
  const table = 'product,text\nFenlo,très bien – 5 €\n'
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(text, 'utf16le')
    return big ? bytes.swap16() : bytes
  }
  /** As windows-1252 has it: the dash and the euro sign lie where latin1 has controls. */
  const western = Buffer.from(table, 'latin1')
  western[table.indexOf('–')] = 0x96
  western[table.indexOf('€')] = 0x80

  it.each<[string, Buffer, number]>([
    ['UTF-8', Buffer.from(table), 0],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 0],
    ['UTF-16, little end first', utf16(`\ufeff${table}`, false), 0],
    ['UTF-16, big end first', utf16(`\ufeff${table}`, true), 0],
    ['UTF-16 without a mark', utf16(table, false), 0],
    ['UTF-16 without a mark, big end first', utf16(table, true), 0],
    ['Windows-1252', western, 1],
    ['gzip', gzipSync(table), 0],
    ['gzip of UTF-16', gzipSync(utf16(`\ufeff${table}`, false)), 0],
    ['carriage returns alone', Buffer.from(table.replaceAll('\n', '\r')), 0],
  ])('reads %s', async (_, content, notes) => {
    const file = await read(content)
    expect(file.text).toBe(table)
    expect(file.notes).toHaveLength(notes)
  })

  it('finds out about Windows-1252 far into a file', async () => {
    const ascii = 'Fenlo,fine\n'.repeat(50_000)
    expect((await read(Buffer.concat([Buffer.from(ascii), western]))).text).toBe(ascii + table)
  })

  it('takes UTF-8 with a few bad lines for UTF-8, and what is no Western text for nothing it knows', async () => {
    const mixed = Buffer.concat([Buffer.from(table.repeat(3)), western])
    expect((await read(mixed)).notes).toEqual([])
    const russian = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a])
    expect((await read(russian)).notes).toEqual([])
    expect((await read(russian, 'windows-1251')).text).toBe('Привет\n')
  })

  it('believes what XML and pages declare', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'
    expect((await read(Buffer.from(xml, 'latin1'))).text).toBe(xml)
    const page = '<html><meta charset="windows-1252"><p>é</p>'
    expect((await read(Buffer.from(page, 'latin1'))).text).toBe(page)
  })

  it('lets null bytes through that are slips in a text', async () => {
    expect((await read('product,text\nFenlo,go\u0000od\n')).text).toContain('go\u0000od')
  })

  it.each<[string, Buffer, RegExp]>([
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004..[Content_Types].xml..xl/workbook.xml'),
      /Excel workbook; save the sheet as CSV/,
    ],
    ['a zip archive', Buffer.from('PK\u0003\u0004..a.csv'), /zip archive; unpack it/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), /picture/],
    ['Parquet', Buffer.from('PAR1\u0000\u0000'), /Parquet file; export it/],
    [
      'a packed archive of files',
      gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar')])),
      /tar archive; unpack it/,
    ],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1]), /zstd/],
    ['anything else that is no text', Buffer.from(Array.from({ length: 300 }, (_, i) => i % 7)), /no text/],
    ['gzip without content', gzipSync(table).subarray(0, 10), /cannot be unpacked/],
  ])('says what %s is', async (_, content, sentence) => {
    await expect(open(content)).rejects.toThrow(
      expect.objectContaining({ code: 'invalid_request', details: expect.stringMatching(sentence) }),
    )
  })

  it('says so when it is a folder, or not there', async () => {
    const { signal } = new AbortController()
    await expect(openReviewFile(folder, signal)).rejects.toThrow(
      expect.objectContaining({ details: expect.stringContaining('is a folder') }),
    )
    await expect(openReviewFile(join(folder, 'none'), signal)).rejects.toThrow(
      expect.objectContaining({ details: expect.stringContaining('does not exist') }),
    )
  })

  it('gives what stands before a break, also of a small file', async () => {
    const many = table + Array.from({ length: 300 }, (_, i) => `Fenlo,good ${Math.sin(i)}\n`).join('')
    const packed = gzipSync(many)
    const file = await open(packed.subarray(0, packed.length / 2))
    let text = ''
    const reading = (async () => {
      for await (const chunk of file.chunks) text += chunk.toString('utf8')
    })()
    await expect(reading).rejects.toThrow(BrokenArchive)
    expect(many.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThan(many.length / 4)
  })

  it('stops where a packed file unpacks to what none of reviews does', { timeout: 60_000 }, async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(table), Buffer.alloc(150_000_000, 'a')]))
    const file = await open(bomb)
    let length = 0
    const reading = (async () => {
      for await (const chunk of file.chunks) length += chunk.length
    })()
    await expect(reading).rejects.toThrow(/over 400 times its size/)
    expect(length).toBeLessThan(110_000_000)
  })
})

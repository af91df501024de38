/* oxlint-disable no-control-regex -- these are the bytes looked for */
/** How files begin that hold no text, and what to do about them. */
const kinds: [RegExp, string][] = [
  [/^PK\x03\x04[\s\S]*(?:xl\/|\[Content_Types\])/, 'an Excel workbook; save the sheet as CSV (UTF-8)'],
  [/^PK\x03\x04[\s\S]*opendocument/, 'an OpenDocument file; save the sheet as CSV (UTF-8)'],
  [/^PK[\x03\x05\x07]/, 'a zip archive; unpack it and name the files in it'],
  [/^\xd0\xcf\x11\xe0/, 'an old Excel workbook (.xls) or Office document; save the sheet as CSV (UTF-8)'],
  [/^PAR1/, 'a Parquet file; export it as CSV or JSON lines, for example with duckdb or pandas'],
  [/^Obj\x01/, 'an Avro file; export it as JSON lines'],
  [/^ORC/, 'an ORC file; export it as CSV or JSON lines'],
  [/^ARROW1/, 'an Arrow file; export it as CSV or JSON lines'],
  [/^SQLite format 3/, 'an SQLite database; export the table as CSV'],
  [
    /^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF[\s\S]{4}WEBP|^BM[\s\S]{4}\x00\x00\x00\x00/,
    'a picture, which holds no reviews to read',
  ],
  [/^%PDF/, 'a PDF; export its table as CSV'],
  [/^BZh[1-9]/, 'packed with bzip2; unpack it first (bunzip2)'],
  [/^\xfd7zXZ/, 'packed with xz; unpack it first (unxz)'],
  [/^\x28\xb5\x2f\xfd/, 'packed with zstd; unpack it first (unzstd)'],
  [/^7z\xbc\xaf/, 'a 7z archive; unpack it and name the files in it'],
  [/^Rar!/, 'a rar archive; unpack it and name the files in it'],
  [/^\x80[\x02-\x05]/, 'a Python pickle; export it as CSV or JSON lines'],
  [/^[\s\S]{257}ustar/, 'a tar archive; unpack it and name the files in it'],
]

/** Bytes that stand in no text; a few of them are slips in one. */
const untextual = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/g

/** What a file is that holds no text, as the end of a sentence ("The file is …"), judged by its first bytes; null for text. */
export function binaryKind(head: Buffer): string | null {
  const text = head.toString('latin1')
  const kind = kinds.find(([magic]) => magic.test(text))
  if (kind) return kind[1]
  const odd = text.match(untextual)?.length ?? 0
  return odd > text.length * 0.1 ? 'no text: it holds bytes that no text has' : null
}

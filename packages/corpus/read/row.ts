/** One record of a file: its values under the file's own names, or why there are none. `line` is the line it begins on, from 1. */
export type Row = { line: number; raw: Buffer } & ({ values: Record<string, unknown> } | { reason: string })

/** Takes a file apart as its bytes arrive. What it keeps between calls is bounded, whatever the file holds. */
export interface RowParser {
  push(chunk: Buffer): Row[]
  /** The rows that were waiting for the end of the file. */
  end(): Row[]
}

/** A file format: one file of this folder each. */
export interface Format {
  name: string
  /** Whether the first part of a file looks like this format. */
  detect(head: string): boolean
  createParser(head: string): RowParser
}

/** Longest record, in bytes: ten times the longest text that is accepted, so that escapes have room, and small enough to keep in memory. */
export const MAX_RECORD_BYTES = 1_000_000

export const tooLong = `longer than ${MAX_RECORD_BYTES / 1e6} MB`
export const notUtf8 =
  "wrong encoding: not valid UTF-8 (name the file's encoding with --encoding, for example windows-1252)"

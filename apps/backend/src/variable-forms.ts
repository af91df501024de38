import { existsSync } from 'node:fs'
import { databaseUrlMistake, serverUrlMistake } from '@reviewguide/contracts'
import { z } from 'zod'

/** Yes or no in the words that people write; an empty one is no. */
export const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off', ''], 'expected true or false')
  .transform((word) => ['true', '1', 'yes', 'on'].includes(word))

/** For words whose case does not count. */
export const lower = (text: unknown) => (typeof text === 'string' ? text.trim().toLowerCase() : text)
export const upper = (text: unknown) => (typeof text === 'string' ? text.trim().toUpperCase() : text)
/** An empty variable is one that is not set: compose files and task definitions write them so. */
export const orUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema)

/** The entries of a list with commas. */
export const list = (text: string) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)

/** Text in which `mistakeIn` finds nothing wrong; what it finds is said, and nothing of the text. */
const sound = (mistakeIn: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = mistakeIn(text)
    if (message) context.addIssue({ code: 'custom', message })
  })

/** The address of a server that names its host; `form` says what was expected. */
export const url = (schemes: RegExp, form: string) =>
  sound(
    (text) =>
      serverUrlMistake(text, schemes, form) ??
      (URL.parse(text.replace(/^\w+:/, 'tcp:'))?.hostname === '' ? 'names no host' : null),
  )

/** The address of a PostgreSQL that the driver can read, with a root certificate that is there. */
export const databaseUrl = sound((text) => {
  const root = URL.parse(text.replace(/\+\w+:/, ':'))?.searchParams.get('sslrootcert')
  const missingRoot = root && root !== 'system' && !existsSync(root) ? 'has an sslrootcert that is no file' : null
  return databaseUrlMistake(text) ?? missingRoot
})

/** Digits and at most one point: "1e3" and "0x10" are slips of the hand rather than numbers. */
export const number = (least: number, most: number, expected: string, digits = /^\d+$/) =>
  z
    .string()
    .regex(digits, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected)

/** A secret or a name that goes into a header: what was pasted with something else would fail there, far from here. */
export const word = z.string().regex(/^[\x21-\x7e]+$/, 'expected letters, digits and signs without blanks')

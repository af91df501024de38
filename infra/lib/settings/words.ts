import { z } from 'zod'

/** What a variable says, spaces around it apart. An empty one is one that is not set: workflows and compose files write them so. */
export const trimmed = <T extends z.ZodType>(schema: T) =>
  z.preprocess((text) => (typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined), schema)

/** A whole number written in digits; "1e3", "0x10" and "2.0" are slips of the hand rather than numbers. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `expected a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `expected a whole number from ${least} to ${most}`)

/** `true` or `false`, in any case. */
export const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false'], 'expected true or false'))
  .transform((word) => word === 'true')

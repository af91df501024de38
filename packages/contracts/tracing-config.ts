import { z } from 'zod'

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const
export type SamplerName = (typeof samplers)[number]

/** Where a service sends its traces, and of which requests. */
export interface TracingConfig {
  /** Takes OTLP over HTTP, in JSON. */
  url: string
  sampler: SamplerName
  /** Share of the traces, 0 to 1, where the sampler goes by one. */
  ratio: number
  /** Milliseconds between two sendings. */
  delayMs: number
}

/** A variable without the blanks around it; an empty one is one that is not set. */
const unset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((text) => (typeof text === 'string' ? text.trim() || undefined : text), schema)

const address = unset(
  z
    .string()
    .refine(
      (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
      'expected a URL that begins with http:// or https://',
    )
    .optional(),
)
const word = <const T extends readonly string[]>(words: T) => z.enum(words, `expected one of ${words.join(', ')}`)
const ratio = 'expected a number from 0 to 1'
const delay = 'expected milliseconds, at least 1'

/** The variables of traces that OpenTelemetry names, as far as a service reads them itself; the exporter reads the rest (headers, certificates, timeout). */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_PROTOCOL: unset(word(['http/json']).optional()),
  OTEL_TRACES_SAMPLER: unset(word(samplers).default('parentbased_always_on')),
  OTEL_TRACES_SAMPLER_ARG: unset(z.coerce.number(ratio).min(0, ratio).max(1, ratio).default(1)),
  OTEL_BSP_SCHEDULE_DELAY: unset(z.coerce.number(delay).int(delay).min(1, delay).default(5000)),
  OTEL_SDK_DISABLED: unset(word(['true', 'false']).default('false')),
}

/** Reads the variables where they are no part of a larger schema. Mistakes bear the variable's name and not its value. */
export function readTracing(env: Record<string, string | undefined>): {
  tracing: TracingConfig | null
  mistakes: { name: string; text: string }[]
} {
  const { data, error } = z.object(tracingVariables).safeParse(env)
  const mistakes = (error?.issues ?? []).map(({ path, message }) => ({ name: path.join('.'), text: message }))
  return { tracing: data ? tracingOf(data) : null, mistakes }
}

/** What the variables say; null when no address is set, so that nothing is traced. */
export function tracingOf(env: z.infer<z.ZodObject<typeof tracingVariables>>): TracingConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: exact } = env
  const url = exact ?? (base && `${base.replace(/\/+$/, '')}/v1/traces`)
  if (!url || env.OTEL_SDK_DISABLED === 'true') return null
  return {
    url,
    sampler: env.OTEL_TRACES_SAMPLER,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
    delayMs: env.OTEL_BSP_SCHEDULE_DELAY,
  }
}

import { readFileSync } from 'node:fs'
import { Template } from 'aws-cdk-lib/assertions'
import { createApp } from '../lib/create-app.ts'
import { readSettings } from '../lib/settings/read-settings.ts'
import type { StageName } from '../lib/settings/stage-settings.ts'
import { StageStack } from '../lib/stage-stack.ts'

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>
}

/** Settings that are complete and nothing more. */
export const leastVariables = { IMAGE_TAG: 'v1.2.3', GITHUB_REPOSITORY: 'customer/reviewguide' }

const certificate = (id: string) => `arn:aws:acm:ca-central-1:123456789012:certificate/${id}`

/** Settings with which all that may be there is there. */
export const fullVariables = {
  ...leastVariables,
  ZONES: '3',
  DATABASE_READ_REPLICA: 'true',
  BACKEND_LOAD_BALANCER: 'internal',
  BACKEND_CERTIFICATE_ARN: certificate('backend'),
  BACKEND_DOMAIN: 'api.reviews.example',
  FRONTEND_CERTIFICATE_ARN: certificate('frontend'),
  ALARM_EMAIL: 'people@reviews.example',
  LOG_FORMAT: 'text',
  METRICS_PORT: '9464',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.reviews.example',
  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
  OTEL_TRACES_SAMPLER_ARG: '0.1',
}

const apps = new Map<string, ReturnType<typeof createApp>>()

/** The app of these variables, its functions unbundled: what they do is tested beside them. */
export function appOf(variables: Record<string, string> = leastVariables): ReturnType<typeof createApp> {
  const key = JSON.stringify(variables)
  const known = apps.get(key)
  if (known) return known
  const app = createApp(readSettings(variables), { context: { ...context, 'aws:cdk:bundling-stacks': [] } })
  apps.set(key, app)
  return app
}

/** One stage's template. Making it fails when resources depend on each other in a circle. */
export function stageTemplate(stage: StageName = 'production', variables?: Record<string, string>): Template {
  const stack = appOf(variables).node.findChild(`reviewguide-${stage}`)
  if (!(stack instanceof StageStack)) throw new Error(`There is no stage ${stage}`)
  return Template.fromStack(stack)
}

/** A resource's properties, as the template has them. */
export type Properties = Record<string, any>

/** The properties of the one resource of this type of which `matches` holds. Throws when there is none, or another one. */
export function only(template: Template, type: string, matches: (properties: Properties) => boolean = () => true) {
  const found = Object.entries(template.findResources(type)).filter(([, { Properties }]) => matches(Properties ?? {}))
  const [first] = found
  if (!first || found.length > 1) throw new Error(`${found.length} resources of type ${type} instead of one`)
  return { id: first[0], properties: first[1].Properties as Properties, resource: first[1] as Properties }
}

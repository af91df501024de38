import { z } from 'zod'
import { certificateMistake } from './certificate-mistake.ts'
import { sizeMistake } from './fargate-sizes.ts'
import { SettingsError } from './settings-error.ts'
import { type StageName, type StageSettings, stageVariables } from './stage-settings.ts'
import { trimmed } from './words.ts'

type Variables = Record<string, string | undefined>
type Mistake = { name: string; text: string }

/** All settings of the app. */
export interface Settings {
  region: string
  /** `owner/name` on GitHub whose workflows may deploy; null makes no roles for them. */
  repository: string | null
  /** An account has one provider for GitHub's tokens: the one that is there already, or null to make it. */
  oidcProviderArn: string | null
  stages: StageSettings[]
}

const stageNames = ['production', 'staging'] as const satisfies StageName[]

const Shared = z.object({
  REVIEWGUIDE_REGION: trimmed(
    z
      .string()
      .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'expected a region such as ca-central-1')
      .default('ca-central-1'),
  ),
  STAGES: trimmed(
    z
      .string()
      .default(stageNames.join(','))
      .transform((text) => (text === 'none' ? [] : text.split(',').map((word) => word.trim())))
      .pipe(z.array(z.enum(stageNames, 'expected production, staging, both with a comma between, or none'))),
  ),
  GITHUB_REPOSITORY: trimmed(
    z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')
      .optional(),
  ),
  GITHUB_OIDC_PROVIDER_ARN: trimmed(
    z
      .string()
      .regex(/^arn:aws:iam::\d{12}:oidc-provider\/token\.actions\.githubusercontent\.com$/, 'expected arn:aws:iam::…')
      .optional(),
  ),
})

/**
 * Reads all settings. A variable counts for every stage; with the stage's name before it (`STAGING_BACKEND_CPU`), for that one alone.
 * Throws a SettingsError that names all mistakes at once.
 */
export function readSettings(variables: Variables): Settings {
  const mistakes: Mistake[] = []
  const shared = Shared.safeParse(variables)
  for (const issue of shared.error?.issues ?? []) mistakes.push({ name: String(issue.path[0]), text: issue.message })

  // Each by itself: a mistake elsewhere must not make of the region or the stages what nobody asked for.
  const region = Shared.shape.REVIEWGUIDE_REGION.safeParse(variables.REVIEWGUIDE_REGION).data
  const named = Shared.shape.STAGES.safeParse(variables.STAGES).data
  const stages: StageSettings[] = []
  for (const stage of new Set(named ?? stageNames)) {
    const read = readStage(stage, region, variables)
    mistakes.push(...read.mistakes)
    if (read.settings) stages.push(read.settings)
  }
  // A variable that counts for both stages is wrong once.
  const distinct = new Map(mistakes.map((mistake) => [`${mistake.name} ${mistake.text}`, mistake]))
  if (!shared.success || distinct.size > 0) throw new SettingsError([...distinct.values()])
  return {
    region: shared.data.REVIEWGUIDE_REGION,
    repository: shared.data.GITHUB_REPOSITORY ?? null,
    oidcProviderArn: shared.data.GITHUB_OIDC_PROVIDER_ARN ?? null,
    stages,
  }
}

function readStage(
  stage: StageName,
  region: string | undefined,
  variables: Variables,
): { mistakes: Mistake[]; settings?: StageSettings } {
  const schema = stageVariables(stage)
  const ofStage = (name: string) => `${stage.toUpperCase()}_${name}`
  const isSet = (name: string) => (variables[name] ?? '').trim() !== ''
  const given = (name: string) => (isSet(ofStage(name)) ? ofStage(name) : name)

  // Each by itself: what is wrong with one hides nothing that is wrong between others.
  const known: Partial<Record<string, unknown>> = { stage, region }
  const mistakes: Mistake[] = []
  for (const [name, variable] of Object.entries(schema.shape)) {
    const { data, error } = variable.safeParse(variables[given(name)])
    if (error) mistakes.push({ name: given(name), text: error.issues[0]?.message ?? 'is wrong' })
    else known[name] = data
  }
  for (const { name, text } of contradictions(known)) mistakes.push({ name: given(name), text })
  return mistakes.length > 0 ? { mistakes } : { mistakes, settings: known as StageSettings }
}

/** What is wrong with settings that are each well formed; those that are not are missing here. */
function contradictions(settings: Partial<StageSettings>): { name: keyof StageSettings; text: string }[] {
  const found: { name: keyof StageSettings; text: string }[] = []
  for (const service of ['BACKEND', 'FRONTEND'] as const) {
    const cpu = settings[`${service}_CPU`]
    const memory = settings[`${service}_MEMORY`]
    const mistake = cpu && memory ? sizeMistake({ cpu, memory }) : null
    if (mistake) found.push({ name: mistake.of === 'cpu' ? `${service}_CPU` : `${service}_MEMORY`, text: mistake.text })
    const { [`${service}_TASKS` as const]: least = 0, [`${service}_TASKS_MOST` as const]: most = Infinity } = settings
    if (most < least) found.push({ name: `${service}_TASKS_MOST`, text: `is less than ${service}_TASKS` })
    const arn = settings[`${service}_CERTIFICATE_ARN`]
    const wrong = arn && settings.region ? certificateMistake(arn, settings.region) : null
    if (wrong) found.push({ name: `${service}_CERTIFICATE_ARN`, text: wrong })
  }
  if (settings.BACKEND_CERTIFICATE_ARN && 'BACKEND_DOMAIN' in settings && !settings.BACKEND_DOMAIN)
    found.push({ name: 'BACKEND_DOMAIN', text: 'is not set, and the frontend needs a name that the certificate bears' })
  return found
}

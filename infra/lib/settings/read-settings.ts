import { z } from 'zod'
import { certificateMistake } from './certificate-mistake.ts'
import { sizeMistake } from './fargate-sizes.ts'
import { SettingsError } from './settings-error.ts'
import { type StageName, type StageSettings, stageVariables } from './stage-settings.ts'
import { trimmed } from './words.ts'

type Variables = Record<string, string | undefined>

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
  const mistakes: { name: string; text: string }[] = []
  const shared = Shared.safeParse(variables)
  for (const issue of shared.error?.issues ?? []) mistakes.push({ name: String(issue.path[0]), text: issue.message })

  const region = shared.data?.REVIEWGUIDE_REGION ?? 'ca-central-1'
  const stages: StageSettings[] = []
  for (const stage of new Set(shared.data?.STAGES ?? stageNames)) {
    const read = readStage(stage, region, variables)
    mistakes.push(...read.mistakes)
    if (read.settings) stages.push(read.settings)
  }
  // A variable that counts for both stages is wrong once.
  const distinct = new Map(mistakes.map((mistake) => [`${mistake.name} ${mistake.text}`, mistake]))
  if (!shared.success || distinct.size > 0) throw new SettingsError([...distinct.values()])
  return {
    region,
    repository: shared.data.GITHUB_REPOSITORY ?? null,
    oidcProviderArn: shared.data.GITHUB_OIDC_PROVIDER_ARN ?? null,
    stages,
  }
}

function readStage(stage: StageName, region: string, variables: Variables) {
  const schema = stageVariables(stage)
  const ofStage = (name: string) => `${stage.toUpperCase()}_${name}`
  const isSet = (name: string) => (variables[name] ?? '').trim() !== ''
  const given = (name: string) => (isSet(ofStage(name)) ? ofStage(name) : name)

  const parsed = schema.safeParse(
    Object.fromEntries(Object.keys(schema.shape).map((name) => [name, variables[given(name)]])),
  )
  const mistakes = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    name: given(String(path[0])),
    text: message,
  }))
  if (!parsed.success) return { mistakes }
  const settings: StageSettings = { ...parsed.data, stage, region }
  for (const { name, text } of contradictions(settings)) mistakes.push({ name: given(name), text })
  return { settings, mistakes }
}

/** What is wrong with settings that are each well formed. */
function contradictions(settings: StageSettings): { name: keyof StageSettings; text: string }[] {
  const found: { name: keyof StageSettings; text: string }[] = []
  for (const service of ['BACKEND', 'FRONTEND'] as const) {
    const mistake = sizeMistake({ cpu: settings[`${service}_CPU`], memory: settings[`${service}_MEMORY`] })
    if (mistake) found.push({ name: mistake.of === 'cpu' ? `${service}_CPU` : `${service}_MEMORY`, text: mistake.text })
    if (settings[`${service}_TASKS_MOST`] < settings[`${service}_TASKS`])
      found.push({ name: `${service}_TASKS_MOST`, text: `is less than ${service}_TASKS` })
    const arn = settings[`${service}_CERTIFICATE_ARN`]
    const wrong = arn ? certificateMistake(arn, settings.region) : null
    if (wrong) found.push({ name: `${service}_CERTIFICATE_ARN`, text: wrong })
  }
  if (settings.BACKEND_CERTIFICATE_ARN && !settings.BACKEND_DOMAIN)
    found.push({ name: 'BACKEND_DOMAIN', text: 'is not set, and the frontend needs a name that the certificate bears' })
  return found
}

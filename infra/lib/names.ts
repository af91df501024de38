import type { StageName } from './settings/stage-settings.ts'

/** The customer's name for a thing in production; elsewhere with the stage after it, so that both may stand in one account. */
export function nameIn(stage: StageName, name: string): string {
  return stage === 'production' ? name : `${name}-${stage}`
}

/** The repositories are shared: staging and production run the very same image. */
export const repositoryNames = { backend: 'reviewguide-backend', frontend: 'reviewguide-frontend' } as const

import { App, type AppProps, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { AccountStack } from './account-stack.ts'
import type { Settings } from './settings/read-settings.ts'
import { StageStack } from './stage-stack.ts'

/** The app of these settings: what the account has once, and each stage. Synthesising it fails on any finding that nobody explained. */
export function createApp(settings: Settings, props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props })
  const env = { region: settings.region }
  new AccountStack(app, 'reviewguide-account', { settings, env })
  for (const stage of settings.stages) {
    new StageStack(app, `reviewguide-${stage.stage}`, { settings: stage, env, terminationProtection: true })
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}

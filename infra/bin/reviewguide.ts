import { createApp } from '../lib/create-app.ts'
import { readSettings } from '../lib/settings/read-settings.ts'
import { SettingsError } from '../lib/settings/settings-error.ts'

try {
  createApp(readSettings(process.env)).synth()
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

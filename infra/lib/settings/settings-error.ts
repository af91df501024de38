/** All that is wrong with the settings, a line for each. Thrown before anything is synthesised, so before anything is made. */
export class SettingsError extends Error {
  readonly mistakes: { name: string; text: string }[]

  constructor(mistakes: { name: string; text: string }[]) {
    super(`The settings have mistakes:\n${mistakes.map(({ name, text }) => `  ${name}: ${text}`).join('\n')}`)
    this.name = 'SettingsError'
    this.mistakes = mistakes
  }
}

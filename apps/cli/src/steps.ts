import ora from 'ora'

export type OutputMode = 'terminal' | 'plain' | 'json'

/** Tells a person, step by step, what a long command is doing. */
export interface Steps {
  /** Does a step and says it with its time; `detail` shows how far it is. A failure is passed on. */
  run<T>(title: string, work: (detail: (text: string) => void) => Promise<T>, done?: (result: T) => string): Promise<T>
  /** Says a sentence between steps. */
  say(text: string): void
}

/** The way to speak that fits where the output goes. A terminal that says it has no columns (a recorder's, say) cannot redraw a line: ora would never end. */
export function outputMode(json: boolean): OutputMode {
  if (json) return 'json'
  return process.stdout.isTTY && process.stdout.columns > 0 && !process.env.CI ? 'terminal' : 'plain'
}

/** `terminal` shows a turning sign and the time so far, `plain` a line when a step begins and one when it is done, `json` an object a line. */
export function createSteps(mode: OutputMode): Steps {
  const print = (text: string, extra: object = {}) =>
    console.log(mode === 'json' ? JSON.stringify({ text, ...extra }) : text)
  let interrupt = (text: string) => print(text)
  return {
    say: (text) => interrupt(text),
    async run(title, work, done) {
      const started = performance.now()
      const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
      const spinner = mode === 'terminal' ? ora({ text: title, discardStdin: false }).start() : null
      if (mode === 'plain') print(`${title} …`)
      interrupt = (text) => {
        spinner?.clear()
        print(text)
      }
      try {
        const result = await work((text) => {
          if (spinner) spinner.text = `${title}: ${text} (${seconds()})`
        })
        const outcome = done?.(result) ?? title
        if (spinner) spinner.succeed(`${outcome} (${seconds()})`)
        else
          print(mode === 'json' ? outcome : `  ${outcome} (${seconds()})`, {
            step: title,
            ms: Math.round(performance.now() - started),
          })
        return result
      } catch (error) {
        spinner?.fail()
        throw error
      } finally {
        interrupt = (text) => print(text)
      }
    },
  }
}

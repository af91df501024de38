import { Command } from 'commander'
import { checkup } from './doctor/checkup.ts'
import { interruptible } from './interruptible.ts'

/** `reviewguide doctor`: looks at all that ReviewGuide needs and says what to do about what is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check what ReviewGuide needs: Node, data folder, database, cache, ports, corpus')
    .option('--json', 'print one JSON object')
    .action(({ json = false }: { json?: boolean }) =>
      interruptible(async (signal) => {
        const checks = await checkup(signal, (check) => {
          if (json) return
          console.log(`${check.ok ? 'ok    ' : 'not ok'}  ${check.name}: ${check.text}`)
          if (check.todo) console.log(`        ${check.todo}`)
        })
        const ok = checks.every((check) => check.ok)
        if (json) console.log(JSON.stringify({ ok, checks }))
        if (!ok) process.exitCode = 1
      }),
    )
}

import { AskBody, type StreamPart } from '@reviewguide/contracts'
import { Command } from 'commander'
import ora from 'ora'
import { askBackend } from './ask/ask-backend.ts'
import { guestCookie } from './ask/guest-cookie.ts'
import { afterText, plain } from './ask/print-answer.ts'
import { CommandError } from './command-error.ts'
import { interruptible } from './interruptible.ts'
import { outputMode } from './steps.ts'
import { withServer } from './with-server.ts'

/** `reviewguide ask`: one question, its answer and the quotes that it cites. */
export function askCommand(): Command {
  return new Command('ask')
    .description('ask a question and print the answer with the quotes it cites')
    .argument('<question>', 'what you want to know, in quotation marks')
    .option('--chat <id>', 'go on with an earlier chat')
    .option('--json', 'print one JSON object')
    .action((question: string, { chat, json = false }: { chat?: string; json?: boolean }) =>
      interruptible(async (signal) => {
        const body = AskBody.safeParse({ message: question, chatId: chat })
        if (!body.success) throw new CommandError(`The question cannot be asked: ${body.error.issues[0]?.message}.`)
        const terminal = outputMode(json) === 'terminal'
        const spinner = terminal ? ora({ discardStdin: false }).start() : null
        const say = (text: string) => {
          if (spinner) spinner.text = plain(text)
          else if (!json) console.error(text)
        }
        const show = (part: StreamPart) => {
          if (part.type === 'data-stage' && part.data.status === 'running') say(part.data.detail ?? part.data.stage)
          if (!terminal) return
          if (part.type === 'text-start') spinner?.stop()
          if (part.type === 'text-delta') process.stdout.write(plain(part.delta))
          if (part.type === 'reset-step') process.stdout.write('\n(The answer begins again.)\n\n')
        }
        try {
          const answer = await withServer({ say, signal }, (backendUrl, folder) =>
            askBackend({ backendUrl, body: body.data, cookie: guestCookie(folder), onPart: show, signal }),
          )
          spinner?.stop()
          if (json) return console.log(JSON.stringify(answer))
          console.log(terminal ? '' : plain(answer.text))
          console.log(`\n${afterText(answer)}`)
        } finally {
          spinner?.stop()
        }
      }),
    )
}

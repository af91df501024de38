import type { Tracer } from '@reviewguide/workflow/ports'
import type { Command, Redis } from 'ioredis'
import { errorTypeOf } from '../traced-call.ts'

/** What a single client and a cluster's have in common. */
interface Sender {
  sendCommand(command: Command, stream?: Parameters<Redis['sendCommand']>[1], node?: unknown): unknown
}

/** Makes each command a call in the trace that it is a part of: its name alone, since keys name people's addresses and values what they wrote. */
export function traceCommands(
  client: Sender,
  tracer: Pick<Tracer, 'call'>,
  server: { host: string; port: number },
): void {
  const send = client.sendCommand.bind(client)
  client.sendCommand = (command, ...where) => {
    const name = command.name.toUpperCase()
    const span = tracer.call(name, {
      'db.system.name': 'redis',
      'db.operation.name': name,
      'server.address': server.host,
      'server.port': server.port,
    })
    if (span) {
      command.promise.then(
        () => span.end(),
        (cause: unknown) => span.end(codeOf(cause)),
      )
    }
    return send(command, ...where)
  }
}

/** The word before the first blank is the error's code in Redis' protocol. `NOSCRIPT` is no trouble: the script is sent whole then. */
function codeOf(cause: unknown): string {
  const [, code] = cause instanceof Error && cause.name === 'ReplyError' ? (/^([A-Z]+) /.exec(cause.message) ?? []) : []
  return code ?? errorTypeOf(cause)
}

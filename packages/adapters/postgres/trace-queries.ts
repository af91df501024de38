import type { Tracer } from '@reviewguide/workflow/ports'
import { endsWith } from '../traced-call.ts'
import { describeSql } from './describe-sql.ts'

/** Sends one query over a connection. */
export type Send = (sql: string, parameters: readonly unknown[]) => Promise<never>

/** Makes each query a call in the trace that it is a part of. Its values never stand there, nor does the address' password. */
export function traceQueries(
  tracer: Pick<Tracer, 'call'>,
  { connectionString }: { connectionString?: string },
): (send: Send) => Send {
  const { hostname, port, pathname } = new URL(connectionString ?? 'postgresql://')
  const server = {
    'db.system.name': 'postgresql',
    'db.namespace': pathname.slice(1),
    'server.address': hostname,
    'server.port': Number(port || 5432),
  }
  const describe = describeSql()
  return (send) => (text, parameters) => {
    const { name, attributes } = describe(text)
    const span = tracer.call(name, { ...server, ...attributes })
    return span ? endsWith(span, send(text, parameters)) : send(text, parameters)
  }
}

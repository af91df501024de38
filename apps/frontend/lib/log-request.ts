import type { IncomingMessage, ServerResponse } from 'node:http'
import { ChatId, REQUEST_COMPLETED, RequestId, RunId } from '@reviewguide/contracts'
import type { Logger } from 'pino'
import { meterResponse } from './response-meter.ts'
import type { RouteOf } from './route-patterns.ts'

/**
 * Names the request, for the backend and for whoever asked, and writes its one line when its connection is done with it, whatever level is asked for.
 * Addresses stand there as patterns and people not at all.
 */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { log, routeOf }: { log: Logger; routeOf: RouteOf },
): void {
  const began = performance.now()
  const given = RequestId.safeParse(request.headers['x-request-id'])
  const requestId = given.success ? given.data : `req_${crypto.randomUUID().replaceAll('-', '')}`
  request.headers['x-request-id'] = requestId
  response.setHeader('x-request-id', requestId)
  const route = routeOf(request.url ?? '')
  const sent = meterResponse(response, began)
  const line = log.child({ requestId }, { level: 'info' })
  response.once('close', () => {
    const runId = RunId.safeParse(response.getHeader('x-run-id')).data
    const chatId = ChatId.safeParse(response.getHeader('x-chat-id')).data
    line.info(
      {
        ...(runId && { runId }),
        ...(chatId && { chatId }),
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round((performance.now() - began) * 10) / 10,
        ...sent,
        ...(!response.writableFinished && { cutOff: true }),
      },
      REQUEST_COMPLETED,
    )
  })
}

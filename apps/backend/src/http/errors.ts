import { AppError, type ErrorBody, type ErrorCode, errorTable } from '@reviewguide/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Fastify's own failures by their code; what stands in neither this list nor `AppError` is our mistake. */
const codes: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_BAD_URL: 'not_found',
}

interface Failure {
  code?: string
  validation?: { instancePath: string; message?: string }[]
  validationContext?: string
}

/** The failure as a code of the closed list, with details that a client may see. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { code = '', validation, validationContext } = (error ?? {}) as Failure
  if (validation) {
    // An id that no id can look like is as unknown as one that does not exist.
    if (validationContext === 'params') return new AppError('not_found')
    const details = validation.map(({ instancePath, message }) => ({ path: instancePath, message }))
    return new AppError('invalid_request', { details })
  }
  return new AppError(codes[code] ?? 'internal', { cause: error })
}

/** The one shape of an error. The words come from the table: an exception's own message never leaves the process. */
export function errorBody(error: AppError, requestId: string): ErrorBody {
  const { code, details } = error
  return { error: { code, message: errorTable[code].text, requestId, ...(details !== undefined && { details }) } }
}

/** Answers with the error, and logs it where it is ours to mend. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const appError = toAppError(error)
  const { status, retryable } = errorTable[appError.code]
  if (status >= 500) request.log.error({ err: appError.cause ?? appError, code: appError.code }, 'request failed')
  // Where the moment is known it stands there already.
  const mayWait = retryable && (status === 503 || status === 429)
  if (mayWait && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterOf(appError))
  return reply
    .status(status)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': request.id,
    })
    .serializer((body: ErrorBody) => JSON.stringify(body))
    .send(errorBody(appError, request.id))
}

/** Seconds until trying again can help, where that is known. */
function retryAfterOf({ details }: AppError): string {
  const { retryAfterSeconds } = (details ?? {}) as { retryAfterSeconds?: unknown }
  return typeof retryAfterSeconds === 'number' ? String(retryAfterSeconds) : '2'
}

/** Gives every failure of the app the one shape, also those of unknown addresses. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(sendError)
  app.setNotFoundHandler((request, reply) => sendError(new AppError('not_found'), request, reply))
}

import { AppError } from '@reviewguide/contracts'
import type { FastifyInstance } from 'fastify'

/**
 * Reads JSON bodies and nothing else. No other content type is parsed: a form of another site can send those without asking first.
 * Bytes that are not UTF-8 are refused rather than replaced, so that nothing is stored that nobody typed. An empty body is none.
 */
export function registerJsonBody(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer)
    } catch (cause) {
      return done(new AppError('malformed_json', { cause }), undefined)
    }
    void parseJson(request, text, (cause, value) => done(cause && new AppError('malformed_json', { cause }), value))
  })
}

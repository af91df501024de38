import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type Asked, asked } from './ask.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface Browser {
  /** What it would send back: name and value of each cookie. */
  cookies: Map<string, string>
  send(
    method: Method,
    url: string,
    payload?: object,
    headers?: InjectOptions['headers'],
  ): Promise<LightMyRequestResponse>
  ask(message: string, more?: object): Promise<Asked>
  /** The same cookies, at another backend. */
  at(app: FastifyInstance): Browser
  /** A copy of the cookies as they are now: what somebody who stole them has. */
  copy(): Browser
}

/** Keeps cookies as a browser does: set, replaced, and removed when they are over. */
export function createBrowser(
  app: FastifyInstance,
  headers: InjectOptions['headers'] = {},
  cookies = new Map<string, string>(),
): Browser {
  const browser: Browser = {
    cookies,
    async send(method, url, payload, more = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const reply = await app.inject({
        method,
        url,
        payload,
        headers: { ...(cookie && { cookie }), ...headers, ...more },
      })
      for (const { name, value, maxAge } of reply.cookies) {
        if (maxAge === 0) cookies.delete(name)
        else cookies.set(name, value)
      }
      return reply
    },
    async ask(message, more = {}) {
      const reply = await browser.send('POST', '/v1/chat/stream', { message, ...more })
      return asked(reply.statusCode, '', reply.body)
    },
    at: (other) => createBrowser(other, headers, cookies),
    copy: () => createBrowser(app, headers, new Map(cookies)),
  }
  return browser
}

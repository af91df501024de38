import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Span, SpanAttributes, Tracer } from '@reviewguide/workflow/ports'

/** What undici, which is Node's `fetch`, says of its requests on diagnostics channels, as far as it is used here. */
interface FetchNews {
  request: { origin?: string | URL; method?: string }
  response?: { statusCode: number }
  error?: { code?: string; name?: string }
}

/** Makes each `fetch` of the process a call in the trace that it is a part of, whoever makes it: a library too. Its address' path and query may hold a secret and stay out. */
export function traceFetches(tracer: Pick<Tracer, 'call'>): () => void {
  const spans = new WeakMap<object, Span>()
  const hear = (channel: string, on: (news: FetchNews) => void) => {
    const listener = (news: unknown) => on(news as FetchNews)
    subscribe(channel, listener)
    return () => void unsubscribe(channel, listener)
  }
  const ends = [
    hear('undici:request:create', ({ request }) => {
      const method = request.method ?? 'GET'
      const span = tracer.call(method, { 'http.request.method': method, ...serverOf(request.origin) })
      if (span) spans.set(request, span)
    }),
    hear('undici:request:headers', ({ request, response }) => {
      if (response) spans.get(request)?.set({ 'http.response.status_code': response.statusCode })
    }),
    hear('undici:request:trailers', ({ request }) => spans.get(request)?.end()),
    hear('undici:request:error', ({ request, error }) =>
      spans.get(request)?.end(error?.code ?? error?.name ?? 'unknown'),
    ),
  ]
  return () => {
    for (const end of ends) end()
  }
}

function serverOf(origin: string | URL | undefined): SpanAttributes {
  const url = URL.parse(String(origin))
  if (!url) return {}
  return { 'server.address': url.hostname, 'server.port': Number(url.port || (url.protocol === 'https:' ? 443 : 80)) }
}

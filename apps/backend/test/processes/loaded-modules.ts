import { registerHooks } from 'node:module'

/** The backend as it is; says which of the packages that send traces and metrics it has read once it listens. */
const loaded = new Set<string>()
registerHooks({
  load(url, context, next) {
    const [, name] =
      /node_modules\/(?:@opentelemetry\/)?(sdk-trace|exporter-trace-otlp-http|prom-client)\//.exec(url) ?? []
    if (name) loaded.add(name)
    return next(url, context)
  },
})

const { runBackend } = await import('../../src/run-backend.ts')
const { write } = process.stderr
await runBackend()
write.call(process.stderr, `LOADED ${[...loaded].toSorted().join(' ')}\n`)

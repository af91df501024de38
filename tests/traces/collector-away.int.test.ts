import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BackendProcess, freePort, startBackend, startProcess } from '../../apps/backend/test/backend-process.ts'
import { askOver } from '../../apps/backend/test/start-process.ts'
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts'

const main = new URL('../../apps/backend/src/main.ts', import.meta.url)
const loading = new URL('../../apps/backend/test/processes/loaded-modules.ts', import.meta.url)

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })
const patience = { timeout: 20_000 }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const running = (receiver: OtlpReceiver) => {
  ends.push(() => receiver.close())
  return receiver
}

async function start(collector: string, env: Record<string, string> = {}): Promise<BackendProcess> {
  const variables = {
    DATABASE_URL: database.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  }
  const backend = await startBackend(main, { ...variables, ...env })
  ends.push(() => backend.child.kill('SIGKILL'))
  return backend
}

const linesOf = ({ output }: BackendProcess, text: string) =>
  output()
    .split('\n')
    .filter((line) => line.includes(text))

describe('a collector that is away', () => {
  it('costs nothing but spans, is told of once, and gets those that come after it is back', async () => {
    const port = await freePort()
    const backend = await start(`http://127.0.0.1:${port}`, { OTEL_EXPORTER_OTLP_TIMEOUT: '200' })
    const away = 'traces cannot be sent'
    for (let n = 0; n < 5; n += 1) expect(await askOver(backend.url, { message: 'hi' })).toMatchObject({ status: 200 })
    await expect.poll(() => linesOf(backend, away), patience).toHaveLength(1)
    expect(JSON.parse(linesOf(backend, away)[0] ?? '')).toMatchObject({ level: 'WARNING' })

    const receiver = running(await startOtlpReceiver(undefined, port))
    const again = async () => {
      await askOver(backend.url, { message: 'hi' })
      return linesOf(backend, 'traces are sent again').length
    }
    await expect.poll(again, { timeout: 20_000, interval: 300 }).toBe(1)
    expect(receiver.spans.map(({ name }) => name)).toContain('run')
    expect(linesOf(backend, away)).toHaveLength(1)
  })

  it('or hangs holds up neither answers nor the end', async () => {
    const receiver = running(await startOtlpReceiver(() => {}))
    // Ten minutes of patience with the collector: whatever waits for it would make this test fail.
    const backend = await start(receiver.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '600000' })
    for (let n = 0; n < 20; n += 1) expect(await askOver(backend.url, { message: 'hi' })).toMatchObject({ status: 200 })
    await expect.poll(() => receiver.bodies.length, patience).toBeGreaterThan(0)
    expect(await askOver(backend.url, { message: 'hi' })).toMatchObject({ status: 200 })
    backend.child.kill('SIGTERM')
    expect(await backend.exit).toBe(0)
  })
})

describe('what sends traces', () => {
  it('is read from disk only where they go somewhere', async () => {
    const loaded = async (env: Record<string, string>) => {
      const port = String(await freePort())
      const { child, output } = startProcess(loading, {
        DATABASE_URL: database.url,
        SECRET_KEY: 'a key for tests only',
        APP_PORT: port,
        ...env,
      })
      ends.push(() => child.kill('SIGKILL'))
      await expect.poll(output, { timeout: 60_000 }).toContain('LOADED')
      return /LOADED (.*)/.exec(output())?.[1]
    }
    expect(await loaded({})).toBe('')
    const receiver = running(await startOtlpReceiver())
    const [port, all] = [await freePort(), 'exporter-trace-otlp-http prom-client sdk-trace']
    expect(await loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, METRICS_PORT: String(port) })).toBe(all)
  })
})

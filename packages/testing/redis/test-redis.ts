import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@reviewguide/adapters/own-postgres'
import { Redis } from 'ioredis'
import { endRedisProcess, startRedisProcess } from './redis-process.ts'
import { makeCertificates, type TestCertificates } from './test-certificates.ts'

export interface TestRedisOptions {
  /** So many nodes that share the slots; without it one server that knows of no slots. */
  cluster?: number
  /** Speaks TLS alone, by an authority that nobody knows. */
  tls?: boolean
  /** The only one who is let in. */
  user?: { name: string; password: string }
}

/** A Redis that a test started and may stop. */
export interface TestRedis {
  url: string
  /** The authority's certificate, with TLS. */
  ca: string | undefined
  /** Kills the server, as a crash would. */
  kill(): Promise<void>
  /** Starts it again at the same address, empty. */
  startAgain(): Promise<void>
  /** Ends all servers and removes their files. */
  stop(): Promise<void>
}

const SLOTS = 16_384

/** Starts a Redis of the test's own on free ports of this machine: one server, or a cluster. See `noRedisServer`. */
export async function startTestRedis({ cluster = 0, tls = false, user }: TestRedisOptions = {}): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'reviewguide-redis-'))
  const certificates = tls ? await makeCertificates(folder) : undefined
  const nodes = await Promise.all(
    Array.from({ length: Math.max(1, cluster) }, async () => ({ port: await freePort(), busPort: await freePort() })),
  )
  let children: ChildProcess[] = []
  const start = async () => {
    children = await Promise.all(
      nodes.map((node, n) =>
        startRedisProcess(folder, `node-${n}`, [
          ...portLines(node.port, certificates),
          ...(cluster > 0 ? clusterLines(n, node.busPort, tls) : []),
          ...(user ? [`user ${user.name} on >${user.password} ~* &* +@all`, 'user default off'] : []),
        ]),
      ),
    )
  }
  const kill = async () => void (await Promise.all(children.map(endRedisProcess)))

  await start()
  if (cluster > 0) await joinNodes(nodes, certificates?.caPem)
  const login = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@` : ''
  return {
    url: `${tls ? 'rediss' : 'redis'}://${login}127.0.0.1:${nodes[0]?.port}`,
    ca: certificates?.caPem,
    kill,
    startAgain: start,
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const portLines = (port: number, certificates: TestCertificates | undefined): string[] =>
  certificates
    ? [
        'port 0',
        `tls-port ${port}`,
        `tls-cert-file ${certificates.cert}`,
        `tls-key-file ${certificates.key}`,
        `tls-ca-cert-file ${certificates.ca}`,
        'tls-auth-clients no',
      ]
    : [`port ${port}`]

const clusterLines = (n: number, busPort: number, tls: boolean): string[] => [
  'cluster-enabled yes',
  `cluster-config-file nodes-${n}.conf`,
  `cluster-port ${busPort}`,
  'cluster-node-timeout 5000',
  ...(tls ? ['tls-cluster yes'] : []),
]

/** Deals the slots out, introduces the nodes to each other, and waits until each knows all. */
async function joinNodes(nodes: { port: number; busPort: number }[], ca: string | undefined): Promise<void> {
  const clients = nodes.map(({ port }) => new Redis({ port, host: '127.0.0.1', ...(ca && { tls: { ca } }) }))
  try {
    const share = Math.ceil(SLOTS / nodes.length)
    for (const [n, client] of clients.entries()) {
      await client.call('CLUSTER', 'ADDSLOTSRANGE', n * share, Math.min(SLOTS, (n + 1) * share) - 1)
      const others = nodes.slice(n + 1)
      for (const { port, busPort } of others) await client.call('CLUSTER', 'MEET', '127.0.0.1', port, busPort)
    }
    const whole = async (client: Redis) => {
      const info = await client.cluster('INFO')
      return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${nodes.length}`)
    }
    for (let n = 0; n < 300; n += 1) {
      if ((await Promise.all(clients.map(whole))).every(Boolean)) return
      await sleep(50)
    }
    throw new Error('the nodes did not make a cluster')
  } finally {
    for (const client of clients) client.disconnect()
  }
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Longest that a server may take to listen: it takes some 20 ms. */
const START_MS = 10_000

/** Why no Redis server can be started here, or null when one can. */
export function noRedisServer(): string | null {
  const { error, status } = spawnSync('redis-server', ['--version'])
  if (!error && status === 0) return null
  return 'the program redis-server is not installed here'
}

/** Starts one server with the lines of its configuration; `name` tells its files in the folder apart. Throws with what it said when it does not come up. */
export async function startRedisProcess(folder: string, name: string, lines: string[]): Promise<ChildProcess> {
  const file = join(folder, `${name}.conf`)
  await writeFile(
    file,
    [`dir ${folder}`, 'bind 127.0.0.1', 'save ""', 'appendonly no', 'daemonize no', ...lines, ''].join('\n'),
  )
  const child = spawn('redis-server', [file], { stdio: ['ignore', 'pipe', 'pipe'] })
  // The tests' own end, however it comes, must leave no server behind.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))

  let said = ''
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`redis-server ${why}:\n${said}`))
    const late = setTimeout(() => fail('did not come up'), START_MS)
    child.once('error', reject)
    child.once('exit', () => fail('ended'))
    child.stdout.on('data', (text: Buffer) => {
      said += text
      if (!said.includes('Ready to accept connections')) return
      clearTimeout(late)
      resolve()
    })
  })
  return child
}

/** Ends the server and waits until it has gone. */
export async function endRedisProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

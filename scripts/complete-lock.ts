/**
 * `node scripts/complete-lock.ts`, after a dependency was added: enters the optional packages of other platforms that the lock lacks.
 *
 * A registry mirror may carry no packages for platforms that it does not serve. npm then leaves them out of the lock without a word, and `npm ci`, which
 * finds them named by their parents, refuses the lock everywhere. Each is entered with the version that its parent names and the platform that its name tells,
 * so that npm passes over it where it does not fit.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface LockEntry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32', 'arm']

/** The platform that a package's name tells: "@swc/core-linux-arm-gnueabihf" is for Linux on arm. */
function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const words = name
    .replace('windows', 'win32')
    .replace(/linuxmusl/, 'linux-musl')
    .split(/[/@._-]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) =>
    words.some(
      (word) =>
        word === processor || word.startsWith(`${processor}v`) || (processor === 'ppc64' && word.startsWith('ppc64')),
    ),
  )
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os] } : {}),
    ...(words.some((word) => word.startsWith('musl'))
      ? { libc: ['musl'] }
      : os === 'linux' && words.includes('gnu')
        ? { libc: ['glibc'] }
        : {}),
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> }
let added = 0
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`
    const hoisted = `node_modules/${name}`
    if (lock.packages[nested] || lock.packages[hoisted]) continue
    const version = /\d+\.\d+\.\d+[\w.+-]*/.exec(range)?.[0]
    const platform = platformOf(name)
    if (!version || (!platform.os && !platform.cpu)) continue
    lock.packages[hoisted] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true }
    added++
  }
}
const ordered = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: ordered }, null, 2)}\n`)
process.stdout.write(`${added} packages of other platforms entered\n`)

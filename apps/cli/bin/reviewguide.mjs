#!/usr/bin/env node
// Plain JavaScript that any Node can read: the rest is TypeScript, which Node runs as it is from 22.18 on.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const readsTypeScript = major > 22 || (major === 22 && minor >= 18)
const brought = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))

if (readsTypeScript) {
  const { emitWarning } = process
  process.emitWarning = (warning, ...rest) => {
    if (!String(warning).includes('Type Stripping')) emitWarning.call(process, warning, ...rest)
  }
  await import('../src/main.ts')
} else if (existsSync(brought)) {
  const self = fileURLToPath(import.meta.url)
  // The child ends with us however we end: it looks whether its parent is still this one.
  const environment = { ...process.env, REVIEWGUIDE_ENDS_WITH: String(process.pid) }
  const child = spawn(brought, [self, ...process.argv.slice(2)], { stdio: 'inherit', env: environment })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`reviewguide: ${brought} does not run: ${error.message}`)
    process.exitCode = 1
  })
  child.on('close', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
} else {
  console.error(
    `reviewguide needs Node 22.18 or later and this is ${process.versions.node}. ` +
      'On Linux x64 "npm ci" brings its own (leave --omit=optional out); elsewhere install Node 24.',
  )
  process.exitCode = 1
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leastVariables } from './synthesise.ts'

const root = join(import.meta.dirname, '..')
/** Any connection and any question for a name ends the process. */
const noNetwork = `data:text/javascript,${encodeURIComponent(`
  import { Socket } from 'node:net'
  import dns from 'node:dns'
  Socket.prototype.connect = () => { throw new Error('the network was used') }
  dns.lookup = () => { throw new Error('a name was looked up') }
`)}`

/** The app as the CDK's command line runs it, with none of this machine's variables but the path. */
function synthesise(variables: Record<string, string>, out: string) {
  return spawnSync(process.execPath, ['--import', noNetwork, 'bin/reviewguide.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: out, CDK_OUTDIR: join(out, 'cdk.out'), ...variables },
  })
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'reviewguide-infra-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('both stages are made with no credentials and no network, functions and all', () => {
  inFolder((folder) => {
    const { status, stderr } = synthesise(leastVariables, folder)
    expect(stderr).not.toMatch(/the network was used|a name was looked up/)
    expect(status).toBe(0)
    const made = readdirSync(join(folder, 'cdk.out'))
    for (const stack of ['account', 'production', 'staging']) {
      expect(made).toContain(`reviewguide-${stack}.template.json`)
    }
  })
})

test('wrong settings end in their list, and nothing is made', () => {
  inFolder((folder) => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1'
    const { status, stderr } = synthesise({ BACKEND_CPU: '300', FRONTEND_CERTIFICATE_ARN: certificate }, folder)
    expect(status).toBe(1)
    expect(
      stderr
        .split('\n')
        .filter((line) => line.startsWith('  '))
        .map((line) => line.trim().split(':')[0]),
    ).toEqual(['IMAGE_TAG', 'BACKEND_CPU', 'FRONTEND_CERTIFICATE_ARN'])
    expect(readdirSync(folder)).toEqual([])
  })
})

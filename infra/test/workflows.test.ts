import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { appOf, type Properties } from './synthesise.ts'

const folder = join(import.meta.dirname, '../../.github/workflows')
const workflows = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

test('there are workflows for check, images and deployment', () => {
  expect(workflows.map(([file]) => file).sort()).toEqual(['check.yml', 'deploy.yml', 'images.yml'])
})

describe.each(workflows)('%s', (_, text) => {
  test('pins every action by its hash', () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)].map(([, action, comment]) => [action, comment])
    expect(used.length).toBeGreaterThan(0)
    for (const [action, comment] of used) {
      if (action?.startsWith('./')) continue
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  test('holds no key and no secret, and gives its token no more than it needs', () => {
    expect(text).not.toMatch(/secrets\.|aws-access-key|aws-secret/i)
    expect(text).toMatch(/^permissions:\n  contents: read$/m)
    expect(text).not.toMatch(/(?:contents|packages|actions): write/)
  })

  test('puts nothing that people write into a script', () => {
    for (const [, script] of text.matchAll(/run: (\|\n(?: {10}.*\n)+|.*)/g)) expect(script).not.toContain('${{')
  })
})

test('the roles that they take are those that the account has', () => {
  const account = Template.fromStack(appOf().node.findChild('reviewguide-account') as never)
  const made = Object.values(account.findResources('AWS::IAM::Role')).map((of: Properties) => of.Properties.RoleName)
  const taken = workflows.flatMap(([, text]) => [...text.matchAll(/:role\/(\S+)/g)].map(([, role]) => role ?? ''))
  expect(taken.length).toBe(2)
  for (const role of taken) {
    const stages = role.includes('${{') ? ['staging', 'production'] : ['']
    for (const stage of stages) expect(made).toContain(role.replace(/\$\{\{.*$/, '') + stage)
  }
})

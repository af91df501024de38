import { describe, expect, test } from 'vitest'
import { only, stageTemplate } from '../synthesise.ts'

const production = stageTemplate('production')

describe('MemoryDB', () => {
  test('Redis 7 review-guide-redis, port 6379, TLS, a user with the password of the secret', () => {
    const { properties } = only(production, 'AWS::MemoryDB::Cluster')
    expect(properties).toMatchObject({
      ClusterName: 'review-guide-redis',
      Engine: 'Redis',
      Port: 6379,
      TLSEnabled: true,
      ACLName: 'review-guide-redis',
    })
    expect(properties.EngineVersion).toMatch(/^7\./)
    production.hasResourceProperties('AWS::MemoryDB::ACL', { UserNames: ['reviewguide'] })
    const user = only(production, 'AWS::MemoryDB::User').properties
    expect(user.AuthenticationMode.Type).toBe('password')
    expect(JSON.stringify(user.AuthenticationMode.Passwords)).toMatch(
      /resolve:secretsmanager:.*:SecretString:REDIS_PASSWORD/,
    )
    expect(user.AccessString).not.toContain('nopass')
  })
})

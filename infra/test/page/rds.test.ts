import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { fullVariables, only, type Properties, stageTemplate } from '../synthesise.ts'
import { asObject, container } from './tasks.ts'

const production = stageTemplate('production')
const staging = stageTemplate('staging')

describe('RDS', () => {
  test('PostgreSQL 15 review-guide-postgres, database postgres, port 5432, private and encrypted', () => {
    const { properties, resource } = only(production, 'AWS::RDS::DBInstance')
    expect(properties).toMatchObject({
      DBInstanceIdentifier: 'review-guide-postgres',
      Engine: 'postgres',
      EngineVersion: '15',
      DBName: 'postgres',
      Port: '5432',
      PubliclyAccessible: false,
      StorageEncrypted: true,
      DeletionProtection: true,
      BackupRetentionPeriod: 14,
      MultiAZ: true,
    })
    expect(resource.DeletionPolicy).toBe('Snapshot')
    production.hasResourceProperties('AWS::RDS::DBParameterGroup', {
      Parameters: Match.objectLike({ 'rds.force_ssl': '1' }),
    })
    expect(only(staging, 'AWS::RDS::DBInstance').properties).toMatchObject({
      DBInstanceIdentifier: 'review-guide-postgres-staging',
      MultiAZ: false,
    })
  })

  test('a read replica by setting, whose address the backend gets', () => {
    const full = stageTemplate('production', fullVariables)
    const isReplica = (of: Properties) => of.SourceDBInstanceIdentifier !== undefined
    const replica = only(full, 'AWS::RDS::DBInstance', isReplica)
    expect(replica.properties.PubliclyAccessible).toBe(false)
    expect(only(full, 'Custom::ServiceSecretKeys').properties.replicaHost).toEqual({
      'Fn::GetAtt': [replica.id, 'Endpoint.Address'],
    })
    expect(asObject(container(full, 'backend').Secrets)).toHaveProperty('DATABASE_REPLICA_URL')
    expect(only(production, 'Custom::ServiceSecretKeys').properties.replicaHost).toBe('')
  })
})

import { join } from 'node:path'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import * as logs from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { explain } from './explain.ts'

const root = join(import.meta.dirname, '..')

interface Props {
  /** The file in `functions/`, without its ending. */
  file: string
  /** What the file exports to be called. */
  handler?: string
  timeout: Duration
  environment?: Record<string, string>
  /** Set for what speaks with the database: it wears the backend's group, which alone is let in there. */
  inside?: { vpc: ec2.IVpc; securityGroup: ec2.ISecurityGroup }
}

/** A function of ours: one bundled file on Node 24, its log kept for 30 days, and no rights but those that are granted to it. */
export function codeFunction(scope: Construct, id: string, props: Props): NodejsFunction {
  const { inside } = props
  const code = new NodejsFunction(scope, id, {
    entry: join(root, 'functions', `${props.file}.ts`),
    projectRoot: root,
    depsLockFilePath: join(root, 'package-lock.json'),
    handler: props.handler ?? 'handler',
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    memorySize: 256,
    timeout: props.timeout,
    environment: {
      ...props.environment,
      // Amazon's roots for RDS, which the runtime brings and does not load by itself.
      ...(inside && { NODE_EXTRA_CA_CERTS: '/var/runtime/ca-cert.pem' }),
    },
    bundling: { format: OutputFormat.CJS, minify: false, externalModules: ['@aws-sdk/*', 'pg-native'] },
    logGroup: new logs.LogGroup(scope, `${id}Log`, {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    ...(inside && {
      vpc: inside.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [inside.securityGroup],
    }),
  })
  if (code.role) {
    const policy = (name: string) => `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${name}]`
    explain(code.role, {
      [policy('AWSLambdaBasicExecutionRole')]: 'It lets a function write its log and nothing else.',
      ...(inside && {
        [policy('AWSLambdaVPCAccessExecutionRole')]: 'It lets a function stand in the network and nothing else.',
      }),
    })
  }
  return code
}

import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as logs from 'aws-cdk-lib/aws-logs'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Provider } from 'aws-cdk-lib/custom-resources'
import type { Construct } from 'constructs'
import { explain } from './explain.ts'

interface Props {
  onEvent: lambda.IFunction
  /** With it, CloudFormation waits until it says that all is done, at most this long. */
  waits?: { isComplete: lambda.IFunction; every: Duration; atMost: Duration }
}

/** Lets CloudFormation call functions of ours while it works on a stack. */
export function resourceProvider(scope: Construct, id: string, { onEvent, waits }: Props): Provider {
  const log = (name: string) =>
    new logs.LogGroup(scope, name, { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
  const provider = new Provider(scope, id, {
    onEventHandler: onEvent,
    logGroup: log(`${id}Log`),
    ...(waits && {
      isCompleteHandler: waits.isComplete,
      queryInterval: waits.every,
      totalTimeout: waits.atMost,
    }),
  })
  explainProvider(provider, [onEvent, ...(waits ? [waits.isComplete] : [])])
  return provider
}

/** The parts of the CDK's own machinery call our functions, and each other, in whatever version they have. */
function explainProvider(provider: Provider, called: lambda.IFunction[]): void {
  const machinery = provider.node.findAll().filter((part) => part instanceof lambda.CfnFunction)
  const functions = [...called.map(({ node }) => node.defaultChild as lambda.CfnFunction), ...machinery]
  explain(provider, {
    [`IAM4[${BASIC_EXECUTION}]`]: "It lets a function of the CDK's machinery write its log and nothing else.",
    ...Object.fromEntries(
      functions.map((of) => [
        `IAM5[Resource::<${Stack.of(of).getLogicalId(of)}.Arn>:*]`,
        "The CDK's machinery calls this one function, in any of its versions.",
      ]),
    ),
  })
  for (const part of provider.node.findAll()) {
    if (part instanceof CfnStateMachine) explain(part, machineFindings)
  }
}

const BASIC_EXECUTION = 'Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'

const machineFindings = {
  SF1: 'The machine of the CDK only asks a function whether it is done; the function has a log.',
  SF2: 'The machine of the CDK only asks a function whether it is done.',
}

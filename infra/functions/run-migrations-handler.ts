import { DescribeTasksCommand, ECSClient, RunTaskCommand } from '@aws-sdk/client-ecs'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { migrationsAreDone } from './run-migrations.ts'

interface Properties {
  cluster: string
  taskDefinition: string
  subnets: string[]
  securityGroups: string[]
}

const ecs = new ECSClient()

/** Starts the task when the stack is made, or changes to another version. Deleting the stack takes nothing back. */
export async function onEvent(event: CloudFormationCustomResourceEvent): Promise<{ PhysicalResourceId: string }> {
  if (event.RequestType === 'Delete') return { PhysicalResourceId: event.PhysicalResourceId }
  const { cluster, taskDefinition, subnets, securityGroups } = event.ResourceProperties as unknown as Properties
  const { tasks = [], failures = [] } = await ecs.send(
    new RunTaskCommand({
      cluster,
      taskDefinition,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp: 'DISABLED' } },
      // CloudFormation may ask twice.
      clientToken: event.RequestId,
    }),
  )
  const arn = tasks[0]?.taskArn
  if (!arn) throw new Error(`The migrations did not start: ${failures[0]?.reason ?? 'no reason was given'}`)
  return { PhysicalResourceId: arn }
}

/** Asked again and again until the task has ended. */
export async function isComplete(
  event: CloudFormationCustomResourceEvent & { PhysicalResourceId: string },
): Promise<{ IsComplete: boolean }> {
  if (event.RequestType === 'Delete') return { IsComplete: true }
  const { cluster } = event.ResourceProperties as unknown as Properties
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [event.PhysicalResourceId] }))
  const [task] = tasks
  if (!task) throw new Error('ECS has forgotten the task of the migrations')
  const IsComplete = migrationsAreDone({
    status: task.lastStatus ?? '',
    exitCode: task.containers?.[0]?.exitCode ?? null,
    stoppedReason: task.stoppedReason ?? 'no reason was given',
  })
  return { IsComplete }
}

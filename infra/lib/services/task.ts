import { Duration } from 'aws-cdk-lib'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import type { Construct } from 'constructs'
import { explain } from '../explain.ts'
import type { TaskSize } from '../settings/fargate-sizes.ts'

/** The user and group that the images make for the service. Numbers, because ECS asks no image who bears a name. */
const USER = '10001:10001'

interface Props {
  family: string
  containerName: string
  size: TaskSize
  image: ecs.ContainerImage
  environment: Record<string, string>
  secrets: Record<string, ecs.Secret>
  logging: ecs.LogDriver
  stopSeconds: number
  /** Set for what answers requests. */
  serves?: { port: number; healthCheckPath: string }
  command?: string[]
}

/** A task of one container that writes nowhere but to `/tmp`, is nobody of importance, and may do nothing in AWS. */
export function createTask(scope: Construct, id: string, props: Props) {
  const task = new ecs.FargateTaskDefinition(scope, id, {
    family: props.family,
    cpu: props.size.cpu,
    memoryLimitMiB: props.size.memory,
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.X86_64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
    volumes: [{ name: 'tmp' }],
  })
  const container = task.addContainer(props.containerName, {
    containerName: props.containerName,
    image: props.image,
    environment: props.environment,
    secrets: props.secrets,
    logging: props.logging,
    stopTimeout: Duration.seconds(props.stopSeconds),
    readonlyRootFilesystem: true,
    user: USER,
    // Signals reach the server and the dead are buried, whatever the image begins with.
    linuxParameters: new ecs.LinuxParameters(scope, `${id}Init`, { initProcessEnabled: true }),
    ...(props.command && { command: props.command }),
    ...(props.serves && {
      portMappings: [{ containerPort: props.serves.port, protocol: ecs.Protocol.TCP }],
      healthCheck: {
        // The image has no curl, and needs none.
        command: ['CMD', 'node', '-e', askHealth(props.serves.port, props.serves.healthCheckPath)],
        interval: Duration.seconds(30),
        timeout: Duration.seconds(5),
        retries: 3,
        startPeriod: Duration.seconds(60),
      },
    }),
  })
  container.addMountPoints({ sourceVolume: 'tmp', containerPath: '/tmp', readOnly: false })
  explain(task, {
    ECS2: 'What stands in the environment is public configuration; every secret comes from Secrets Manager.',
  })
  if (task.executionRole) {
    explain(task.executionRole, {
      'IAM5[Resource::*]': 'ecr:GetAuthorizationToken knows no resource; images are pulled from one repository.',
    })
  }
  return { task, container }
}

function askHealth(port: number, path: string): string {
  return `fetch('http://127.0.0.1:${port}${path}').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`
}

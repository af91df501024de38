import type { Template } from 'aws-cdk-lib/assertions'
import { only, type Properties } from '../synthesise.ts'

/** The one container of this name, with its task's properties as `task`. */
export function container(template: Template, name: string): Properties {
  const task = only(template, 'AWS::ECS::TaskDefinition', (of) => of.ContainerDefinitions[0].Name === name)
  return { ...task.properties.ContainerDefinitions[0], task: task.properties }
}

/** ECS's lists of names and values as an object. */
export function asObject(pairs: { Name: string; Value?: unknown; ValueFrom?: unknown }[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(({ Name, Value, ValueFrom }) => [Name, Value ?? ValueFrom]))
}

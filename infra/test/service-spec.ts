import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Property, PropertyType } from '@aws-cdk/service-spec-types'

const specification = loadAwsServiceSpecSync()

/** A template, as far as it is read here. */
export interface CloudFormation {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>
}

/** All that AWS's own specification does not know, or asks for and does not find, in a template: a line each, with the path to it. */
export function specificationMistakes({ Resources }: CloudFormation): string[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) => {
    // Ours: what they take is said by our own functions.
    if (Type.startsWith('Custom::')) return []
    const [resource] = specification.lookup('resource', 'cloudFormationType', 'equals', Type)
    if (!resource) return [`${id}: there is no ${Type}`]
    return ofProperties(Properties, resource.properties, `${id} (${Type})`)
  })
}

function ofProperties(given: Record<string, unknown>, known: Record<string, Property>, path: string): string[] {
  const missing = Object.entries(known)
    .filter(([name, { required }]) => required && given[name] === undefined)
    .map(([name]) => `${path}: ${name} is missing`)
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const property = known[name]
    return property ? ofValue(value, property.type, `${path}.${name}`) : [`${path}: there is no ${name}`]
  })
  return [...missing, ...wrong]
}

/** What CloudFormation works out later may be anything. */
function isIntrinsic(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const [key, ...more] = Object.keys(value)
  return more.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'))
}

const expected = (type: string, path: string, value: unknown) => [
  `${path}: expected ${type}, found ${JSON.stringify(value)}`,
]

function ofValue(value: unknown, type: PropertyType, path: string): string[] {
  if (isIntrinsic(value)) return []
  switch (type.type) {
    case 'string':
      return ofString(value, type, path)
    case 'boolean':
      return typeof value === 'boolean' ? [] : expected('a boolean', path, value)
    case 'integer':
    case 'number':
      return ofNumber(value, type, path)
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((element, index) => ofValue(element, type.element, `${path}[${index}]`))
        : expected('a list', path, value)
    case 'map':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, element]) => ofValue(element, type.element, `${path}.${key}`))
        : expected('a map', path, value)
    case 'ref':
      return isRecord(value)
        ? ofProperties(value, specification.get('typeDefinition', type.reference.$ref).properties, path)
        : expected('an object', path, value)
    case 'union': {
      const all = type.types.map((one) => ofValue(value, one, path))
      return all.some((mistakes) => mistakes.length === 0) ? [] : (all[0] ?? [])
    }
    case 'tag':
      return isRecord(value) && typeof value.Key === 'string' && 'Value' in value ? [] : expected('a tag', path, value)
    case 'json':
      return isRecord(value) || Array.isArray(value) || typeof value === 'string' ? [] : expected('JSON', path, value)
    default:
      return type.type === 'date-time' || type.type === 'null' ? [] : expected('a type that is known here', path, type)
  }
}

function ofString(value: unknown, type: PropertyType, path: string): string[] {
  // Numbers and booleans become strings on their way.
  if (typeof value === 'object') return expected('a string', path, value)
  const { allowedValues } = type as { allowedValues?: string[] }
  return allowedValues && !allowedValues.includes(String(value as string | number | boolean))
    ? expected(`one of ${allowedValues.join(', ')}`, path, value)
    : []
}

function ofNumber(value: unknown, type: PropertyType, path: string): string[] {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number)) return expected('a number', path, value)
  return type.type === 'integer' && !Number.isInteger(number) ? expected('a whole number', path, value) : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

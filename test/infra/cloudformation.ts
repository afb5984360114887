import { readFileSync } from 'node:fs'

export type Json = null | string | number | boolean | Json[] | { [name: string]: Json }
type Properties = Record<string, Json>

interface Resource {
  Type: string
  Condition?: string
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
  Properties?: Properties
}

export interface Template {
  Parameters: Record<string, { Type: string; Default?: string | number }>
  Conditions?: Record<string, Json>
  Resources: Record<string, Resource>
  Outputs: Record<string, { Value: Json; Export?: { Name: Json } }>
}

export interface Made extends Resource {
  id: string
  Properties: Properties
}

export const REGION = 'ap-southeast-5'
const PSEUDO: Record<string, string> = {
  'AWS::Region': REGION,
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}
const STACK_ID = `arn:aws:cloudformation:${REGION}:123456789012:stack/x/0a1b2c3d-0000-11ef-8000-000000000000`

export const templateText = (name: string) =>
  readFileSync(new URL(`../../infra/template/${name}.json`, import.meta.url), 'utf8')

/**
 * What CloudFormation would make of a committed template, with its intrinsic functions resolved (those it has). Names
 * AWS makes up are made up here in the same form.
 */
export function deploy(
  stack: string,
  parameters: Record<string, string> = {},
  imports: Record<string, Json> = {},
) {
  const template: Template = JSON.parse(templateText(stack))
  for (const name of Object.keys(parameters))
    if (!template.Parameters[name]) throw new Error(`no parameter ${name}`)

  function ref(name: string): Json {
    const parameter = template.Parameters[name]
    if (parameter) {
      const value = parameters[name] ?? parameter.Default
      if (value === undefined) throw new Error(`${stack} needs ${name}`)
      return parameter.Type === 'CommaDelimitedList' ? String(value).split(',') : value
    }
    if (name === 'AWS::StackName') return stack
    if (name === 'AWS::StackId') return STACK_ID
    if (name === 'AWS::NoValue') return null
    return PSEUDO[name] ?? physicalId(name)
  }

  function physicalId(name: string): string {
    const resource = template.Resources[name]
    if (!resource) throw new Error(`${stack} has no ${name}`)
    const { TableName, Domain } = resource.Properties ?? {}
    if (resource.Type === 'AWS::Cognito::UserPool') return `${REGION}_${name}`
    if (resource.Type === 'AWS::S3::Bucket') return `${stack}-${name.toLowerCase()}-1abc`
    return String(value(TableName ?? Domain ?? name))
  }

  const condition = (name: string) => value(template.Conditions?.[name] ?? null) === true

  const functions: Record<string, (argument: Json[]) => Json> = {
    'Fn::Join': ([glue, parts]) => list(value(parts)).map(String).join(String(glue)),
    'Fn::Select': ([index, from]) => list(value(from))[Number(index)] ?? null,
    'Fn::Split': ([sign, text]) => String(value(text)).split(String(sign)),
    'Fn::If': ([name, yes, no]) => value(condition(String(name)) ? yes : no),
    'Fn::Equals': ([one, other]) => value(one) === value(other),
    'Fn::Not': ([what]) => value(what) !== true,
    'Fn::Or': (all) => all.some((one) => value(one) === true),
    'Fn::Base64': ([text]) => value(text),
    'Fn::And': (all) => all.every((one) => value(one) === true),
    'Fn::GetAZs': () => ['a', 'b', 'c'].map((zone) => REGION + zone),
    'Fn::GetAtt': ([name, attribute]) =>
      attribute === 'Arn'
        ? `arn:aws:made:${REGION}:123456789012:${physicalId(String(name))}`
        : `${name}.${attribute}`,
    'Fn::ImportValue': ([name]) => {
      const found = imports[String(value(name))]
      if (found === undefined) throw new Error(`nothing exports ${value(name)}`)
      return found
    },
  }

  function value(json: Json | undefined): Json {
    if (Array.isArray(json)) return json.map(value)
    if (typeof json !== 'object' || json === null) return json ?? null
    const [only, ...others] = Object.entries(json)
    if (only && others.length === 0) {
      const [name, argument] = only
      if (name === 'Ref') return ref(String(argument))
      if (functions[name]) return functions[name](Array.isArray(argument) ? argument : [argument])
      if (name.startsWith('Fn::')) throw new Error(`${name} is not known here`)
    }
    return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, value(part)]))
  }

  const resources: Made[] = Object.entries(template.Resources)
    .filter(([, { Condition }]) => Condition === undefined || condition(Condition))
    .map(([id, resource]) => ({
      ...resource,
      id,
      Properties: value(resource.Properties ?? {}) as Properties,
    }))
  const outputs = Object.entries(template.Outputs)
  return {
    template,
    resources,
    outputs: Object.fromEntries(outputs.map(([name, { Value }]) => [name, value(Value)])),
    exports: Object.fromEntries(
      outputs.flatMap(([, { Value, Export }]) =>
        Export ? [[String(value(Export.Name)), value(Value)]] : [],
      ),
    ),
    ofType: (type: string) => resources.filter((resource) => resource.Type === type),
    only(type: string): Properties {
      const found = resources.filter((resource) => resource.Type === type)
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources are a ${type}`)
      return found[0].Properties
    },
  }
}

const list = (json: Json): Json[] => (Array.isArray(json) ? json : [json])

export const RESOURCES = 'tax-tracker'
export const SERVICE = 'tax-tracker-service'
export const HOUSEHOLD = 'tax-tracker-household'
export const DOMAIN = { DomainName: 'tax.example.org', ImageTag: '1', HostedZoneId: 'Z1' }

/** Both stacks, the second on the first. */
export function deployBoth(
  ofService: Record<string, string> = DOMAIN,
  ofResources: Record<string, string> = {},
) {
  const resources = deploy(RESOURCES, ofResources)
  return { resources, service: deploy(SERVICE, ofService, resources.exports) }
}

/** The variables a service's process is started with, but for its secrets. */
export function environmentOf(service: ReturnType<typeof deploy>): Record<string, string> {
  const [container] = service.only('AWS::ECS::TaskDefinition').ContainerDefinitions as unknown as [
    { Environment: { Name: string; Value: string }[] },
  ]
  return Object.fromEntries(container.Environment.map(({ Name, Value }) => [Name, String(Value)]))
}

import type { ReaderKind } from './readers.ts'
import type { SettingName, Values } from './settings.ts'

/** Which part is made of what. */
export interface Shape {
  identity: 'local' | 'cognito' | 'oidc'
  storage: 'local' | 'aws'
  reader: ReaderKind
}

/** What a Cognito user pool and AWS storage cannot do without. */
const COGNITO = [
  'CLIENT_ID',
  'COGNITO_REGION',
  'COGNITO_USER_POOL_ID',
  'COGNITO_HOSTED_UI_DOMAIN',
  'SECRET_KEY',
] as const
const AWS = ['S3_BUCKET_NAME'] as const

type IsSet = (name: SettingName) => boolean

/**
 * What was chosen, and for the rest: everything local, or everything in the cloud as soon as one variable says so.
 * Then `missing` names what else that needs, so that half a configuration is never taken for a local one.
 */
export function shapeOf(values: Partial<Values>, isSet: IsSet): Shape {
  const { IDENTITY, STORAGE, READER } = values
  const wantsCognito = IDENTITY === undefined || IDENTITY === 'cognito'
  // SECRET_KEY alone says nothing: it belongs to a local configuration as well.
  const signs = [
    ...(wantsCognito ? [...COGNITO.filter((name) => name !== 'SECRET_KEY'), 'CLIENT_SECRET' as const] : []),
    ...(STORAGE === 'local' ? [] : AWS),
  ]
  const isCloud = signs.some(isSet)
  return {
    identity: IDENTITY ?? (isCloud ? 'cognito' : 'local'),
    storage: STORAGE ?? (isCloud ? 'aws' : 'local'),
    reader: READER ?? ([...COGNITO, ...AWS].every(isSet) ? 'textract' : 'local'),
  }
}

/** The variables a shape needs and nobody set, each with what needs it. */
export function missing(shape: Shape, isSet: IsSet): { name: SettingName; neededBy: string }[] {
  const needs: [SettingName, string][] = [
    ...(shape.identity === 'cognito' ? COGNITO.map(by('IDENTITY=cognito')) : []),
    ...(shape.identity === 'oidc'
      ? (['CLIENT_ID', 'OIDC_ISSUER', 'OIDC_AUDIENCE'] as const).map(by('IDENTITY=oidc'))
      : []),
    ...(shape.storage === 'aws' ? ([...AWS, 'SECRET_KEY'] as const).map(by('STORAGE=aws')) : []),
    // With Cognito its region is the default.
    ...(shape.storage === 'aws' && shape.identity !== 'cognito' && !isSet('COGNITO_REGION')
      ? [by('STORAGE=aws')('AWS_REGION')]
      : []),
  ]
  const isFirst = (name: SettingName, index: number) => needs.findIndex(([n]) => n === name) === index
  return needs
    .filter(([name], index) => !isSet(name) && isFirst(name, index))
    .map(([name, neededBy]) => ({ name, neededBy }))
}

const by =
  (part: string) =>
  (name: SettingName): [SettingName, string] => [name, part]

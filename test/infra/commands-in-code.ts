import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** IAM action(s) of a command, where they are not just its name (Service Authorization Reference). */
const ACTIONS: Record<string, string[]> = {
  // The document client of DynamoDB shortens the names.
  'dynamodb:Get': ['GetItem'],
  'dynamodb:Put': ['PutItem'],
  'dynamodb:Update': ['UpdateItem'],
  'dynamodb:Delete': ['DeleteItem'],
  'dynamodb:BatchGet': ['BatchGetItem'],
  'dynamodb:BatchWrite': ['BatchWriteItem'],
  // Without the right to list, a key that is not there is answered with 403.
  's3:GetObject': ['GetObject', 'ListBucket'],
  's3:HeadObject': ['GetObject', 'ListBucket'],
  's3:HeadBucket': ['ListBucket'],
  's3:ListObjectVersions': ['ListBucketVersions'],
  's3:DeleteObjects': ['DeleteObject', 'DeleteObjectVersion'],
}
const SERVICES: Record<string, string> = { cognito: 'cognito-idp' }

const TABLES = ['receipts', 'revokedTokens', 'taxpayers'] as const satisfies (keyof TableNames)[]

export interface Use {
  action: string
  /** Of DynamoDB: the tables of the file; whether it reads through an index. */
  tables: (keyof TableNames)[]
  byIndex: boolean
}

/** What only command lines ask for, such as the owners of all receipts; the server itself never may. */
const BY_A_PERSON = ['dynamodb:Scan']

/**
 * Every command of an AWS SDK that the server's adapters send, as the IAM action it needs. What command lines alone
 * need, such as the doctor's checks and repairs, is left out: a person runs them with their own rights.
 */
export function commandsInCode(): Use[] {
  const files = globSync('server/adapters/{dynamodb,s3,textract,cognito}/**/*.ts', { cwd: root })
  return files
    .filter((file) => !/\/(diagnose[\w-]*|repair)\.ts$/.test(file))
    .flatMap((file) => usesIn(file, readFileSync(`${root}/${file}`, 'utf8')))
    .filter(({ action }) => !BY_A_PERSON.includes(action))
}

function usesIn(file: string, source: string): Use[] {
  const folder = file.split('/')[2] ?? ''
  const service = SERVICES[folder] ?? folder
  const destructured = [...source.matchAll(/\{([^{}]*)\} = [\w.]*\btables\b/g)].flatMap(([, names = '']) =>
    names.split(','),
  )
  const named = [...source.matchAll(/\btables\.(\w+)/g)].map(([, name = '']) => name)
  const found = [...named, ...destructured.map((name) => name.trim())]
  const tables = TABLES.filter((table) => found.includes(table))
  if (service === 'dynamodb' && tables.length === 0 && /\bnew \w+Command\(/.test(source))
    throw new Error(`${file}: which table?`)
  return [...source.matchAll(/\bnew (\w+)Command\(/g)].flatMap(([, command = '']) =>
    (ACTIONS[`${service}:${command}`] ?? [command]).map((action) => ({
      action: `${service}:${action}`,
      tables,
      byIndex: action === 'Query' && /\bIndexName\b/.test(source),
    })),
  )
}

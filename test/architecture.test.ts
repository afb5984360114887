import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { cyclesIn, readImports } from './support/imports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const imports = readImports(root, 'server/**/*.ts')

/**
 * The layers, top to bottom; docs/architecture.md says what each module is for. A module imports only what stands below
 * it. `shared` are the small files directly in server/.
 */
const LAYERS = [
  'api-types',
  'cli',
  'app',
  'services',
  'exports',
  'claims',
  'suggestions',
  'adapters',
  'accounts',
  'operations',
  'examples',
  'changes',
  'taxpayer',
  'receipts',
  'identity',
  'http',
  'aws',
  'archive',
  'texts',
  'reading',
  'law',
  'config',
  'shared',
]
/** Files directly in server/ that are layers of their own. */
const TOP_FILES = new Set(['api-types', 'app', 'services'])
/** No module may have more than this share of the code, adapters excepted: they are many independent ones. */
const LARGEST_SHARE = 0.15

function moduleOf(path: string): string {
  const [, first = '', ...rest] = path.split('/')
  if (rest.length > 0) return first
  const name = first.replace(/\.ts$/, '')
  return TOP_FILES.has(name) ? name : 'shared'
}

const isOwn = (name: string) => name.startsWith('server/') && name.endsWith('.ts')
const adapter = (path: string) => (path.startsWith('server/adapters/') ? path.split('/')[2] : undefined)

/** `file -> import` for every import that `forbidden` says is one. */
function violations(forbidden: (file: string, imported: string) => boolean): string[] {
  return [...imports].flatMap(([file, names]) =>
    names.filter((name) => forbidden(file, name)).map((name) => `${file} -> ${name}`),
  )
}

test('the reader of imports sees them', () => {
  assert.ok(imports.size > 50)
  assert.ok(imports.get('server/services/storage.ts')?.includes('server/adapters/sqlite/database.ts'))
  assert.ok(imports.get('server/app.ts')?.includes('fastify'))
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a', 'd']],
    ['d', []],
  ])
  assert.deepEqual(cyclesIn(graph), [['a', 'b', 'c']])
})

test('every module is a layer', () => {
  const unknown = [...imports.keys()].filter((file) => !LAYERS.includes(moduleOf(file)))
  assert.deepEqual(unknown, [])
})

test('a module imports only modules below it, types included', () => {
  const layer = (path: string) => LAYERS.indexOf(moduleOf(path))
  assert.deepEqual(
    violations((file, name) => isOwn(name) && layer(name) < layer(file)),
    [],
  )
})

test('no two files import each other, directly or by way of others', () => {
  assert.deepEqual(cyclesIn(imports), [])
})

test('no module but the adapters has more than 15 % of the code', (context) => {
  const lines = new Map<string, number>()
  for (const file of imports.keys()) {
    const count = readFileSync(join(root, file), 'utf8').split('\n').length - 1
    lines.set(moduleOf(file), (lines.get(moduleOf(file)) ?? 0) + count)
  }
  const total = [...lines.values()].reduce((sum, count) => sum + count, 0)
  const shares = [...lines]
    .map(([name, count]) => ({ name, count, share: count / total }))
    .sort((a, b) => b.count - a.count)
  for (const { name, count, share } of shares)
    context.diagnostic(`${name}: ${count} lines, ${(100 * share).toFixed(1)} %`)
  const tooLarge = shares.filter(({ name, share }) => name !== 'adapters' && share > LARGEST_SHARE)
  assert.deepEqual(tooLarge, [])
})

test('modules import no adapter, no AWS SDK and no SQL', () => {
  const free = new Set([
    'examples',
    'changes',
    'identity',
    'receipts',
    'reading',
    'law',
    'taxpayer',
    'suggestions',
    'claims',
    'exports',
    'accounts',
  ])
  const outside = (name: string) => adapter(name) !== undefined || /^@aws-sdk\/|^node:sqlite$/.test(name)
  assert.deepEqual(
    violations((file, name) => free.has(moduleOf(file)) && outside(name)),
    [],
  )
})

test('Fastify appears only in route files, http/ and app.ts', () => {
  const allowed = /^server\/(app\.ts|http\/.*|\w+\/routes\.ts|\w+\/routes\/.*)$/
  const isFastify = (name: string) => /^(fastify|@fastify\/|fastify-)/.test(name)
  assert.deepEqual(
    violations((file, name) => isFastify(name) && !allowed.test(file) && !adapter(file)),
    [],
  )
})

test('the law imports nothing but itself and zod', () => {
  assert.deepEqual(
    violations((file, name) => moduleOf(file) === 'law' && !name.startsWith('server/law/') && name !== 'zod'),
    [],
  )
})

test('no adapter imports another', () => {
  assert.deepEqual(
    violations((file, name) => {
      const other = adapter(name)
      return adapter(file) !== undefined && other !== undefined && other !== adapter(file)
    }),
    [],
  )
})

test('only the composition root and the command lines know adapters', () => {
  const knows = /^server\/(services\/.*|cli\/.*)$/
  assert.deepEqual(
    violations((file, name) => adapter(name) !== undefined && !adapter(file) && !knows.test(file)),
    [],
  )
})

test('other modules import only the surface of the receipts module', () => {
  const surface =
    /^server\/receipts\/([\w-]+\.ts|files\/[\w-]+\.ts|queue\/reasons\.ts|routes\/(answer|index|schemas|send-original)\.ts)$/
  const inReceipts = (path: string) => path.startsWith('server/receipts/')
  assert.deepEqual(
    violations((file, name) => inReceipts(name) && !inReceipts(file) && !surface.test(name)),
    [],
  )
})

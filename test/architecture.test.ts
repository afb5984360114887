import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = globSync('server/**/*.ts', { cwd: root })

/** Every import of a file: packages by name, own files by their path from the project's root. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = [
    ...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n]*(?:\{[^}]*\}[^'"\n]*)?from\s+'([^']+)'/g),
  ]
  const bare = [...source.matchAll(/(?:^|\n)\s*import\s+'([^']+)'/g)]
  const dynamic = [...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)]
  return [...found, ...bare, ...dynamic].map(([, name]) =>
    name?.startsWith('.') ? relative(root, join(root, dirname(file), name)) : String(name),
  )
}

const imports = new Map(files.map((file) => [file, importsOf(file)]))
const room = (path: string) => path.split('/')[1] ?? ''
const adapter = (path: string) => (path.startsWith('server/adapters/') ? path.split('/')[2] : undefined)

/** `file -> import` for every import that `forbidden` says is one. */
function violations(forbidden: (file: string, imported: string) => boolean): string[] {
  return [...imports].flatMap(([file, names]) =>
    names.filter((name) => forbidden(file, name)).map((name) => `${file} -> ${name}`),
  )
}

test('the reader of imports sees them', () => {
  assert.ok(files.length > 50)
  assert.ok(imports.get('server/services/storage.ts')?.includes('server/adapters/sqlite/database.ts'))
  assert.ok(imports.get('server/app.ts')?.includes('fastify'))
})

test('rooms import no adapter, no AWS SDK, no SQL', () => {
  const rooms = new Set(['identity', 'receipts', 'reading', 'law', 'claims', 'accounts'])
  const outside = (name: string) => adapter(name) || /^@aws-sdk\/|^node:sqlite$/.test(name)
  assert.deepEqual(
    violations((file, name) => rooms.has(room(file)) && Boolean(outside(name))),
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

test('the law imports nothing from outside itself but zod', () => {
  assert.deepEqual(
    violations((file, name) => room(file) === 'law' && room(name) !== 'law' && name !== 'zod'),
    [],
  )
})

test('no adapter imports another', () => {
  const other = (file: string, name: string) => adapter(name) && adapter(name) !== adapter(file)
  assert.deepEqual(
    violations((file, name) => Boolean(adapter(file) && other(file, name))),
    [],
  )
})

test('only the composition root and the command lines know adapters', () => {
  const knows = /^server\/(services\/.*|cli\/.*)$/
  assert.deepEqual(
    violations((file, name) => Boolean(adapter(name)) && !adapter(file) && !knows.test(file)),
    [],
  )
})

test('other modules import only the surface of the receipts module', () => {
  const surface =
    /^server\/receipts\/([\w-]+\.ts|files\/[\w-]+\.ts|routes\/(answer|index|schemas|send-original)\.ts)$/
  const inReceipts = (path: string) => path.startsWith('server/receipts/')
  assert.deepEqual(
    violations((file, name) => inReceipts(name) && !inReceipts(file) && !surface.test(name)),
    [],
  )
})

import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from './support/project-root.ts'
import { isOneProcess, tierOf } from './support/tiers.ts'

const files = globSync('test/**/*.ts', { cwd: projectRoot })
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const isOfRunner = (file: string) => file === 'test/run.ts' || file === 'test/support/each-file.ts'

/** What a file imports: packages by name, files of the tests by their path. */
function importsOf(file: string): string[] {
  const names = [...read(file).matchAll(/\b(?:from|import)[\s(]+'([^']+)'/g)].map(([, name = '']) => name)
  return names.map((name) => (name.startsWith('.') ? join(dirname(file), name) : name))
}

/** A chain of imports within test/ from `file` to something that starts processes, if there is one. */
function wayToProcesses(file: string, seen = new Set<string>()): string[] | undefined {
  for (const name of importsOf(file)) {
    if (/^(node:)?child_process$|^playwright-core$/.test(name)) return [file, name]
    if (!name.startsWith('test/') || name.endsWith('.json') || seen.has(name)) continue
    seen.add(name)
    const way = wayToProcesses(name, seen)
    if (way) return [file, ...way]
  }
}

test('the name of a test file says its tier', () => {
  assert.equal(tierOf('test/receipts/list.test.ts'), 'fast')
  assert.equal(tierOf('test/receipts/upload.heavy.test.ts'), 'heavy')
  assert.equal(tierOf('test/start.slow.test.ts'), 'slow')
  assert.equal(tierOf('test/failures/crash.long.test.ts'), 'long')
  assert.equal(tierOf('test/support/app.ts'), undefined)
})

test('every file that has tests belongs to a tier, or its tests are run by one that does', () => {
  const imported = new Set(files.filter((file) => tierOf(file)).flatMap(importsOf))
  const stray = files.filter((file) => importsOf(file).includes('node:test') && !tierOf(file))
  const missed = stray.filter((file) => !imported.has(file) && !file.startsWith('test/support/'))
  assert.deepEqual(
    missed.filter((file) => !isOfRunner(file)),
    [],
  )
})

test('no name looks like a tier that there is not', () => {
  const odd = files.filter((file) =>
    /[._](tests?|spec|heavy|slow|long|fast)(\.|$)/i.test(
      file.replace(/(\.(heavy|slow|long))?\.test\.ts$/, ''),
    ),
  )
  assert.deepEqual(odd, [])
})

test('fast and heavy tests import nothing that starts a process', () => {
  const inOne = files.filter(isOneProcess)
  assert.ok(inOne.length > 40)
  assert.ok(wayToProcesses('test/start.slow.test.ts'), 'the search finds what it looks for')
  assert.deepEqual(
    inOne.flatMap((file) => wayToProcesses(file)?.join(' -> ') ?? []),
    [],
  )
})

test('the docs name files of the tests that exist', () => {
  const docs = globSync(['*.md', 'docs/**/*.md'], { cwd: projectRoot })
  const named = docs.flatMap((doc) =>
    [...read(doc).matchAll(/\btest\/[\w./-]+\.\w+\b/g)].map(([path]) => ({ doc, path })),
  )
  assert.ok(named.length > 10)
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(join(projectRoot, path))),
    [],
  )
})

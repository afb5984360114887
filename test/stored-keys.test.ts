import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { endOf, storedKeys } from '../server/stored-keys.ts'
import { projectRoot } from './support/project-root.ts'

const names = Object.values(storedKeys).map(({ prefix }) => prefix.slice(0, -1))

/** Code without its comments, which may spell keys as examples. */
const codeOf = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

const spelled = new RegExp(`(['"\`])(?:[^'"\`\\n]*[^\\w-])?(?:${names.join('|')})[#$]`)

test('no two kinds of stored keys share a prefix', () => {
  assert.equal(new Set(names).size, names.length)
  assert.ok(storedKeys.year.has(storedKeys.year.of(2026)))
  assert.equal(storedKeys.statement.rest(storedKeys.statement.of(2026, 'id')), '2026#id')
  assert.ok(!storedKeys.year.has('years#1'))
  assert.equal(endOf(storedKeys.session.prefix), 'session$')
})

test('prefixes of stored keys are spelled in one file only', () => {
  assert.match("const a = 'year#'", spelled)
  assert.match("`item LIKE 'idem#%'`", spelled)
  const files = globSync('server/**/*.ts', { cwd: projectRoot })
  const found = files
    .filter((file) => file !== 'server/stored-keys.ts')
    .filter((file) => spelled.test(codeOf(readFileSync(join(projectRoot, file), 'utf8'))))
  assert.deepEqual(found, [])
})

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { projectRoot } from '../support/project-root.ts'

/** How many requirements of levels 1 and 2 each section has; in all of these they come before those of level 3. */
const SECTIONS: Record<string, number> = {
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 3,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
}

const docs = readFileSync(join(projectRoot, 'docs/security.md'), 'utf8')
const rows = [...docs.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id = '', asks = '', here = '']) => ({ id, asks, here }),
)

describe('the ASVS table of docs/security.md', () => {
  test('has every requirement of its chapters once, each with a test or a reason', () => {
    const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
    )
    assert.deepEqual(
      rows.map(({ id }) => id),
      wanted,
    )
    for (const { id, here } of rows) assert.ok(here.trim().length > 2, id)
  })

  test('names tests that there are', () => {
    const named = rows.flatMap(({ id, here }) => {
      const pairs = [...here.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)]
      assert.equal(pairs.length, here.split('`test/').length - 1, `${id}: each file has the name of a test`)
      return pairs.map(([, file = '', name = '']) => ({ id, file, name }))
    })
    assert.ok(named.length > 100)
    for (const { id, file, name } of named) {
      const path = join(projectRoot, file)
      assert.ok(existsSync(path), `${id}: ${file}`)
      const source = readFileSync(path, 'utf8')
      const isThere = ["'", '`', '"'].some((quote) => source.includes(`${quote}${name}${quote}`))
      assert.ok(isThere, `${id}: ${file} has no test “${name}”`)
    }
  })
})

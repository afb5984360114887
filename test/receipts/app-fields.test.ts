import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fieldNames, receiptFields } from '../../server/receipts/fields.ts'
import { projectRoot } from '../support/project-root.ts'

test('the page has an input for each field that the table of fields gives it, of its length', async () => {
  const source = await readFile(join(projectRoot, 'web/fields.js'), 'utf8')
  const inputs = [...source.matchAll(/\{ name: '(\w+)'.*?(?:maxLength: (\d+))? \}/g)]
  const expected = fieldNames
    .filter((name) => receiptFields[name].app)
    .map((name) => [name, receiptFields[name].maxLength])
  assert.deepEqual(
    inputs.map(([, name, length]) => [name, length ? Number(length) : null]).sort(),
    expected.sort(),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzzApi } from './fuzz/api.ts'
import { fuzzFiles } from './fuzz/files.ts'

test('requests made from the API description are answered as it says, and show nobody else anything', async () => {
  const { requests, findings } = await fuzzApi({ runs: 8, seed: 14, seconds: 600 })
  assert.deepEqual(findings, [])
  assert.ok(requests > 500, `${requests} requests`)
})

test('every parser reads damaged files or says why it does not', async () => {
  const { requests, findings } = await fuzzFiles({ runs: 40, seed: 14, seconds: 600 })
  assert.deepEqual(findings, [])
  assert.ok(requests > 300, `${requests} files`)
})

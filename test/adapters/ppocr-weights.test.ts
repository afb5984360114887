import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const weights = new URL('../../server/adapters/ppocr/weights/', import.meta.url)
const file = (name: string) => readFileSync(new URL(name, weights))

test('the networks are those that the scripts beside them made, with their licence beside them', () => {
  const sums = file('SHA256SUMS').toString().trim().split('\n')
  assert.equal(sums.length, 5)
  for (const sum of sums) {
    const [expected, name = ''] = sum.split('  ')
    assert.equal(createHash('sha256').update(file(name)).digest('hex'), expected, name)
  }
  for (const name of [
    'LICENSE',
    'NOTICE',
    'README.md',
    'convert.py',
    'detector.py',
    'tune.py',
    'quantise.py',
  ]) {
    assert.ok(existsSync(new URL(name, weights)), name)
  }
})

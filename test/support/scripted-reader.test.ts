import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createScriptedReader } from './receipts.ts'

describe('a scripted reader', () => {
  const scripted = createScriptedReader(['USUAL'])
  const found = async () => (await scripted.reader.read('', undefined))[0]?.lines.map(({ text }) => text)

  test('finds what a test says, until that test fails', {
    expectFailure: /not as it should be/,
  }, async (t) => {
    scripted.answer(t, ['ANOTHER'])
    assert.deepEqual(await found(), ['ANOTHER'])
    throw new Error('not as it should be')
  })

  test('finds the usual for the next test', async () => {
    assert.deepEqual(await found(), ['USUAL'])
  })

  const left: Promise<unknown>[] = []
  test('waits until it is released', async (t) => {
    const reading = scripted.hold(t, ['HELD'])
    left.push(found())
    await reading.begun
    assert.equal(scripted.calls, 3)
  })

  test('waits no longer than the test that asked for it', async () => {
    assert.deepEqual(await Promise.all(left), [['HELD']])
    assert.deepEqual(await found(), ['USUAL'])
  })
})

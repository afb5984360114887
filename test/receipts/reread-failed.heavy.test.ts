import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReaderFailedError } from '../../server/reading/ports.ts'
import { signUp, startApp } from '../support/app.ts'
import { poolHere } from '../support/page-tools.ts'
import { createScriptedReader, get, picture, uploaded } from '../support/receipts.ts'

test('a receipt that the field rules fail on stays as it is, and those after it are reread', async () => {
  let failing = false
  let applied = 0
  const pagePool: typeof poolHere = {
    async run(task, ...rest) {
      if (failing && task === 'applyRules' && ++applied === 1) throw new ReaderFailedError('it crashed')
      return poolHere.run(task, ...rest)
    },
    close: poolHere.close,
  }
  const app = await startApp({ overrides: { pagePool, reader: createScriptedReader().reader } })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const receipts = [await uploaded(ana, await picture()), await uploaded(ana, await picture())]
    failing = true
    const outcomes: string[] = []
    for await (const { outcome } of app.services.receipts.reread.ofOwner(ana.sub)) outcomes.push(outcome)
    assert.deepEqual(outcomes, ['failed', 'unchanged'])
    for (const receipt of receipts) assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
  } finally {
    await app.close()
  }
})

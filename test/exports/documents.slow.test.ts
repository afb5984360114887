import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { signUp, startApp } from '../support/app.ts'
import { claimed } from '../support/claims.ts'
import { childrenOf } from '../support/processes.ts'
import { isProblem } from '../support/receipts.ts'

test('a document whose process is killed is an error, others go on, and the next one is made', async () => {
  const app = await startApp()
  try {
    const ana = await signUp(app, 'ana@example.org')
    await claimed(ana, {}, 'lifestyle-books')
    const pdf = () => ana.fetch('/tax-years/2025/export?format=pdf')
    const before = childrenOf(process.pid)
    const broken = pdf()
    let made: number[] = []
    while (made.length === 0) {
      await wait(5)
      made = childrenOf(process.pid).filter((pid) => !before.includes(pid))
    }
    for (const pid of made) process.kill(pid, 'SIGKILL')
    const refused = await broken
    await isProblem(refused, 500, 'internal_error')
    assert.equal((await ana.fetch('/receipts')).status, 200)
    const whole = await pdf()
    assert.equal(whole.status, 200)
    assert.equal(
      Buffer.from(await whole.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  } finally {
    await app.close()
  }
})

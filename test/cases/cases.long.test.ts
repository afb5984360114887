import assert from 'node:assert/strict'
import { after, before, describe, mock } from 'node:test'
import type { Problem, Receipt } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { upload } from '../support/receipts.ts'
import { todoTest } from '../support/todo.ts'
import { bytesOf, type Case, loadCases, NOW } from './cases.ts'

type Field = keyof Receipt['evidence']

/** Checks what the upload of a case's file answered. */
function checkAnswer(status: number, answer: Receipt & Pick<Problem, 'code'>, given: Case): void {
  const seen = JSON.stringify(answer)
  if (given.orRefused && answer.code === given.orRefused) return
  assert.equal(status, 201, seen)
  for (const [field, value] of Object.entries(given.expected ?? {})) {
    const confidence = answer.evidence[field as Field]?.confidence ?? 0
    if (given.orUnsureBelow !== undefined && confidence < given.orUnsureBelow) continue
    const found = answer[field as Field]
    assert.equal(found, value, `${field} ${found}, confidence ${confidence}`)
  }
  for (const [field, value] of Object.entries(given.not ?? {}))
    assert.notEqual(answer[field as Field], value, field)
  if (given.pages) assert.equal(answer.files[0].pages, given.pages)
}

describe('files that were once read wrongly', async () => {
  let app: TestApp
  let ana: Client
  let now = NOW
  before(async () => {
    app = await startApp({ clock: { now: () => new Date(now) } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  for (const given of await loadCases())
    todoTest(`${given.id}: ${given.file}`, given.todo, async () => {
      now = given.now ?? NOW
      // At another time a session of today is not valid. The provider that issues one reads the time of the process.
      if (given.now) mock.timers.enable({ apis: ['Date'], now: new Date(given.now) })
      try {
        const client = given.now ? await signUp(app, `${given.file}@example.org`) : ana
        const response = await upload(client, await bytesOf(given.file))
        checkAnswer(response.status, (await response.json()) as Receipt & Pick<Problem, 'code'>, given)
      } finally {
        mock.timers.reset()
      }
    })
})

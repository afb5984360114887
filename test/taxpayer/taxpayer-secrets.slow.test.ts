import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { freePort, signUp } from '../support/app.ts'
import { commandLine, plainEnvironment } from '../support/cli.ts'
import { fileForm, picture } from '../support/receipts.ts'
import { putFacts } from '../support/taxpayer.ts'

/** What nobody else is to read, each found by a text that stands nowhere else. */
const TOLD = {
  income: { employment: 7_654_321, business: 1_234_567 },
  children: [{ label: 'the little one', bornOn: '2015-03-09' }],
  amounts: { 'rebate-zakat-fitrah': 3_456_789 },
}
const TELLTALES = /7654321|1234567|3456789|little one|2015-03-09|salary slip/

test('what a taxpayer tells stands in no log and no error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-told-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, commandLine('serve'), {
    // A folder of its own: no .env of a developer.
    cwd: folder,
    env: { ...plainEnvironment(), PORT: String(port), PUBLIC_URL: url, SIGN_UP: 'open', LOG_LEVEL: 'debug' },
  })
  let log = ''
  const listening = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes(`is at ${url}`)) listening.resolve()
    })
  }
  child.once('exit', (code) => listening.reject(new Error(`it ended with ${code}:\n${log}`)))

  try {
    await listening.promise
    const ana = await signUp({ url, socket: new URL(url) }, 'ana@example.org')
    assert.equal((await putFacts(ana, 2025, TOLD)).status, 200)
    const refused = [
      await putFacts(ana, 2025, TOLD),
      await putFacts(ana, 2025, { ...TOLD, income: { employment: 7_654_321.5 } }, { 'if-match': '*' }),
      await putFacts(ana, 2025, { ...TOLD, children: [{ bornOn: '2015-03-09x' }] }, { 'if-match': '*' }),
      await putFacts(ana, 2025, { ...TOLD, amounts: { yacht: 3_456_789 } }, { 'if-match': '*' }),
      await putFacts(ana, 2022, TOLD),
    ]
    for (const response of refused) {
      assert.ok(response.status >= 400 && response.status < 500)
      assert.doesNotMatch(await response.text(), TELLTALES)
    }
    for (const path of ['taxpayer', 'estimate', 'claims'])
      assert.equal((await ana.fetch(`/tax-years/2025/${path}`)).status, 200)
    const body = JSON.stringify({ assessment: 'compare', spouse: { income: TOLD.income } })
    const headers = { 'content-type': 'application/json' }
    const asked = await ana.fetch('/tax-years/2025/claims/what-if', { method: 'POST', headers, body })
    assert.equal(asked.status, 200)
    const sent = await ana.fetch('/tax-years/2025/taxpayer/statements?kind=ea-form', {
      method: 'POST',
      body: fileForm(await picture(), 'salary slip.jpg'),
    })
    assert.equal(sent.status, 201)

    child.kill('SIGTERM')
    await once(child, 'exit')
    assert.match(log, /statement_stored/)
    assert.doesNotMatch(log, TELLTALES)
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true })
  }
})

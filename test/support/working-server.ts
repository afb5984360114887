import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signUp } from './app.ts'
import { projectRoot } from './project-root.ts'
import { fileForm, type Receipt } from './receipts.ts'
import { until } from './until.ts'

/**
 * Uses a server that runs elsewhere as a person does, so that all of its parts work once: the app's page, sign-in, the
 * child processes that read, the examples, and the thread that writes documents.
 */
export async function useServer(url: string) {
  const page = await (await fetch(`${url}/`)).text()
  const [, script = ''] = /<script type="module" crossorigin src="(\/app\/assets\/[^"]+)"/.exec(page) ?? []
  assert.equal((await fetch(url + script)).status, 200)
  assert.equal((await fetch(`${url}/docs/`)).status, 200)
  assert.equal((await fetch(`${url}/assets/style.css`)).status, 200)

  const { token } = await signUp({ url, socket: new URL(url) }, 'ana@example.org')
  const headers = { authorization: `Bearer ${token}` }
  const body = fileForm(await readFile(join(projectRoot, 'samples/pharmacy-2017-08-11.jpg')))
  const sent = await fetch(`${url}/receipts/upload`, { method: 'POST', body, headers })
  assert.equal(sent.status, 201)
  const { id } = (await sent.json()) as Receipt
  const receipt = async () => (await (await fetch(`${url}/receipts/${id}`, { headers })).json()) as Receipt
  await until(async () => (await receipt()).status !== 'reading')
  const { status, date } = await receipt()
  assert.deepEqual([status, date], ['needs_review', '2017-08-11'])

  const examples = await fetch(`${url}/me/examples`, { method: 'POST', headers })
  assert.ok(examples.ok, `the examples: ${examples.status}`)
  const pdf = await fetch(`${url}/tax-years/2026/export?format=pdf`, { headers })
  assert.equal(pdf.status, 200)
  assert.equal(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
}

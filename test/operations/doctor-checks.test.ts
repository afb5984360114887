import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { checkMemory } from '../../server/operations/doctor/memory.ts'
import { checkPublicAddress } from '../../server/operations/doctor/public-address.ts'
import { startApp } from '../support/app.ts'
import { freePort } from '../support/ports.ts'

const only = async (url: string) => {
  const found = await checkPublicAddress(url)
  assert.equal(found.length, 1)
  const [{ severity, message, fix } = { severity: 'none', message: '', fix: undefined }] = found
  assert.equal(fix === undefined, severity === 'ok')
  return `${severity}: ${message}`
}

test('the public address leads to this server, to another one, or nowhere', async (context) => {
  const app = await startApp()
  context.after(() => app.close())
  assert.equal(await only(app.url), `ok: ${app.url} leads to a running server`)

  const other: Server = createServer((_request, response) => response.end('welcome to my router'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  context.after(() => other.close())
  const elsewhere = `127.0.0.1:${(other.address() as AddressInfo).port}`
  assert.match(
    await only(`http://${elsewhere}`),
    /^warning: something else answers at .* \(\/health\/live is 200\)$/,
  )
  assert.match(
    await only(`https://${elsewhere}`),
    /^warning: https:.* does not answer|^warning: the certificate /,
  )

  const nobody = `https://127.0.0.1:${await freePort()}`
  assert.equal(await only(nobody), `warning: ${nobody} does not answer (ECONNREFUSED)`)
})

test('memory that reading may not find is warned of', () => {
  const severities = (workers: number, gb: number) =>
    checkMemory(workers, gb * 1e9).map(({ severity }) => severity)
  assert.deepEqual(severities(1, 2), ['ok'])
  assert.deepEqual(severities(4, 8), ['ok'])
  assert.deepEqual(severities(1, 0.95), ['warning'])
  assert.match(checkMemory(2, 1.5e9)[0]?.fix ?? '', /READER_WORKERS=1/)
  assert.match(checkMemory(1, 0.95e9)[0]?.fix ?? '', /READER=textract/)
})

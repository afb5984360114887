/**
 * npm run bench:fairness: how long a person waits for a receipt to be read while another person's ten TIFF files of 79
 * megapixels are. A real server process on this machine; the quickest of three uploads alone, then one in the middle.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { freePort, signUp } from '../test/support/app.ts'

ignoreClosedPipes()

const FILES = 10
/** Pixels of a side: 79 megapixels. */
const SIDE = 8_900
const samples = new URL('../samples/', import.meta.url)

const dataDir = await mkdtemp(join(tmpdir(), 'bench-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const server = spawn(process.execPath, ['bin/tax-tracker.js', 'serve'], {
  cwd: new URL('..', import.meta.url),
  env: {
    PATH: process.env.PATH,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    SIGN_UP: 'open',
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  await once(server.stdout, 'data')
  const [many, one] = [
    await signUp({ url, socket: new URL(url) }, 'many@example.org'),
    await signUp({ url, socket: new URL(url) }, 'one@example.org'),
  ]
  const small = await readFile(new URL('pharmacy-2017-08-11.jpg', samples))
  const large = await sharp(small)
    .grayscale()
    .resize(SIDE, SIDE, { fit: 'fill', kernel: 'nearest' })
    .threshold()
    .tiff({ compression: 'lzw' })
    .toBuffer()

  const alone = Math.min(
    await secondsToRead(one.token, small, 0),
    await secondsToRead(one.token, small, 1),
    await secondsToRead(one.token, small, 2),
  )
  const begun = performance.now()
  // Bytes after the end of a file make it another one, and leave the picture as it is.
  const sent = Array.from({ length: FILES }, (_, n) => secondsToRead(many.token, large, n))
  await wait(500)
  const beside = await secondsToRead(one.token, small, 3)
  await Promise.all(sent)
  const all = (performance.now() - begun) / 1000
  console.log(`alone: read after ${alone.toFixed(1)} s`)
  console.log(
    `while ${FILES} TIFF files of ${Math.round(SIDE ** 2 / 1e6)} megapixels of another person are read: after ${beside.toFixed(1)} s`,
  )
  console.log(`those are read after ${all.toFixed(1)} s`)
} finally {
  server.kill('SIGTERM')
  await once(server, 'exit')
  await rm(dataDir, { recursive: true })
}

/** Uploads a receipt and waits until it has been read. */
async function secondsToRead(token: string, bytes: Buffer, copy: number): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(bytes), `copy ${copy}`]))
  const begun = performance.now()
  const response = await fetch(`${url}/receipts/upload`, { method: 'POST', body, headers })
  let receipt = (await response.json()) as { id: string; status: string }
  if (!response.ok) throw new Error(`the upload was answered with ${response.status}`)
  while (receipt.status === 'reading') {
    await wait(100)
    receipt = (await (await fetch(`${url}/receipts/${receipt.id}`, { headers })).json()) as typeof receipt
  }
  return (performance.now() - begun) / 1000
}

/**
 * npm run bench:exports: how long each export of a year with 5,000 receipts of 200 kB takes, how much memory the server
 * needs meanwhile, and how long others wait. The server is a process of its own (Linux: its peak is read from /proc).
 * With a folder as argument the archive is kept there, to be looked at with unzip -t.
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { loadConfig } from '../server/config/config.ts'
import { formats } from '../server/exports/index.ts'
import { originalKey } from '../server/receipts/files/keys.ts'
import { newReceipt } from '../server/receipts/model.ts'
import type { ReceiptFile } from '../server/receipts/parts.ts'
import { createServices } from '../server/services.ts'
import { freePort, signIn, signUp } from '../test/support/app.ts'

ignoreClosedPipes()

const RECEIPTS = 5_000
const BYTES = 200_000
const YEAR = 2025
const EMAIL = 'bench@example.org'
const reliefs = ['lifestyle-books', 'lifestyle-devices', 'medical-dental', 'sports-equipment', null]
const [folder] = process.argv.slice(2)

const dataDir = await mkdtemp(join(tmpdir(), 'bench-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
const app = { url, socket: new URL(url) }
try {
  const { sub } = await withServer(() => signUp(app, EMAIL))
  await fill(sub)
  console.log(
    `${RECEIPTS} receipts of ${BYTES / 1000} kB     s        MB  RSS before   peak, MB  /health/live, longest ms`,
  )
  // Each in a server of its own, so that none finds what another left in memory.
  for (const format of formats) {
    await withServer(async (pid) => {
      const { token } = await signIn(app, EMAIL)
      console.log(await measure(format, token, pid))
    })
  }
} finally {
  await rm(dataDir, { recursive: true })
}

async function withServer<T>(use: (pid: number) => Promise<T>): Promise<T> {
  const server = spawn(process.execPath, ['bin/tax-tracker.js', 'serve'], {
    cwd: new URL('..', import.meta.url),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(server.stdout, 'data')
    return await use(server.pid ?? 0)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

/** Receipts as a year of uploads leaves them, put where the server finds them. */
async function fill(userId: string) {
  const services = await createServices(loadConfig(env))
  const { store, files } = services.receipts
  for (let number = 0; number < RECEIPTS; number++) {
    const content = randomBytes(BYTES)
    const file: ReceiptFile = {
      id: uuidv7(),
      role: 'receipt',
      sha256: createHash('sha256').update(content).digest('hex'),
      type: 'image/jpeg',
      bytes: BYTES,
      pages: 1,
      width: 1000,
      height: 2000,
      turned: 0,
      addedAt: new Date().toISOString(),
    }
    const month = String(1 + (number % 12)).padStart(2, '0')
    const relief = reliefs[number % reliefs.length] ?? null
    const id = uuidv7()
    await files.write(originalKey(userId, id, file.id), content)
    await store.create({
      ...newReceipt(id, userId, new Date()),
      status: 'confirmed',
      merchant: `KEDAI SERBANEKA NOMBOR ${number % 300}`,
      date: `${YEAR}-${month}-${String(1 + (number % 28)).padStart(2, '0')}`,
      totalSen: 1_000 + number,
      allocations: [{ relief, sen: 1_000 + number, person: null, year: null, otherYears: false }],
      files: [file],
    })
  }
  await services.close()
}

async function measure(format: string, token: string, pid: number) {
  const before = await memory(pid, 'VmRSS')
  let done = false
  const asking = askUntil(() => done)
  const begun = performance.now()
  const answer = await fetch(`${url}/tax-years/${YEAR}/export?format=${format}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok || !answer.body) throw new Error(`${format}: ${answer.status}`)
  const sink = folder && format === 'zip' ? createWriteStream(join(folder, 'tax.zip')) : undefined
  let bytes = 0
  for await (const chunk of answer.body) {
    bytes += chunk.length
    if (sink && !sink.write(chunk)) await once(sink, 'drain')
  }
  done = true
  sink?.end()
  const seconds = (performance.now() - begun) / 1000
  const peak = await memory(pid, 'VmHWM')
  const figures = [seconds.toFixed(1), (bytes / 1e6).toFixed(1), before, peak, (await asking).toFixed(0)]
  return [format.padEnd(25), ...figures.map((figure) => figure.padStart(10))].join('')
}

async function memory(pid: number, field: 'VmRSS' | 'VmHWM') {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return (Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1000).toFixed(0)
}

async function askUntil(isDone: () => boolean) {
  let longest = 0
  while (!isDone()) {
    const begun = performance.now()
    await (await fetch(`${url}/health/live`)).arrayBuffer()
    longest = Math.max(longest, performance.now() - begun)
    await setTimeout(5)
  }
  return longest
}

/**
 * npm run bench: how quickly the server answers while it works. A real server process on this machine is sent ten
 * receipts of samples/ at once, the first since its start, then ten more, then e-invoices made to block it, four at a time;
 * until the last is answered, /health/live is asked a hundred times a second.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { freePort, signUp } from '../test/support/app.ts'
import { hostileFiles } from '../test/support/hostile-einvoices.ts'

ignoreClosedPipes()

const RECEIPTS = 10
/** How often each hostile file is sent; all of them stay below what a person may upload in a minute. */
const ROUNDS = 3
const SENT_AT_ONCE = 4
const EVERY_MS = 10
const IDLE_SECONDS = 5
const samples = new URL('../samples/', import.meta.url)

const dataDir = await mkdtemp(join(tmpdir(), 'bench-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const server = spawn(process.execPath, ['bin/tax-tracker.js', 'serve'], {
  cwd: new URL('..', import.meta.url),
  env: { PATH: process.env.PATH, PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  await once(server.stdout, 'data')
  const { token } = await signUp({ url, socket: new URL(url) }, 'bench@example.org')
  const names = (await readdir(samples)).filter((name) => name.endsWith('.jpg')).slice(0, RECEIPTS)
  const pictures = await Promise.all(names.map((name) => readFile(new URL(name, samples))))

  const idle = await askWhile(new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000)))
  const begun = performance.now()
  const busy = await askWhile(Promise.all(pictures.map((bytes) => read(bytes, token))))
  const seconds = (performance.now() - begun) / 1000
  // A byte behind the picture makes it another file.
  const others = pictures.map((bytes) => Buffer.concat([bytes, Buffer.alloc(1)]))
  const warm = await askWhile(Promise.all(others.map((bytes) => read(bytes, token))))

  const attack = Array.from({ length: ROUNDS }, () => hostileFiles).flat()
  const queue = attack.values()
  const sendInTurn = async () => {
    for (const { bytes } of queue) await upload(bytes, token)
  }
  const attacked = await askWhile(Promise.all(Array.from({ length: SENT_AT_ONCE }, sendInTurn)))

  console.log(`GET /health/live, ms            p50     p99     max   answers   p99 / idle p99`)
  console.log(row('nothing to do', idle, idle))
  console.log(row(`the first ${RECEIPTS} being read`, busy, idle))
  console.log(row(`${RECEIPTS} more being read`, warm, idle))
  console.log(row(`${attack.length} hostile e-invoices`, attacked, idle))
  console.log(`${RECEIPTS} receipts in ${seconds.toFixed(1)} s: ${(RECEIPTS / seconds).toFixed(2)} a second`)
} finally {
  server.kill('SIGTERM')
  await once(server, 'exit')
  await rm(dataDir, { recursive: true })
}

function upload(bytes: Buffer, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(bytes)]))
  return fetch(`${url}/receipts/upload`, { method: 'POST', body, headers })
}

/** Uploads a receipt and waits until it has been read. */
async function read(bytes: Buffer, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const response = await upload(bytes, token)
  let receipt = (await response.json()) as { id: string; status: string }
  for await (const _ of setInterval(100)) {
    if (receipt.status !== 'reading') return
    receipt = (await (await fetch(`${url}/receipts/${receipt.id}`, { headers })).json()) as typeof receipt
  }
}

/** Milliseconds each answer took, asked at a steady rate until `end`, whether or not earlier answers have come. */
async function askWhile(end: Promise<unknown>): Promise<number[]> {
  let done = false
  end.finally(() => {
    done = true
  })
  const answers: Promise<number>[] = []
  for await (const _ of setInterval(EVERY_MS)) {
    if (done) break
    answers.push(ask())
  }
  await end
  return Promise.all(answers)
}

async function ask() {
  const begun = performance.now()
  const response = await fetch(`${url}/health/live`)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`/health/live answered ${response.status}`)
  return performance.now() - begun
}

function row(what: string, times: number[], idle: number[]) {
  const columns = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1).padStart(8)).join('')
  const ratio = (quantile(times, 0.99) / quantile(idle, 0.99)).toFixed(1)
  return `${what.padEnd(27)}${columns}${String(times.length).padStart(10)}${ratio.padStart(17)}`
}

function quantile(times: number[], share: number) {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

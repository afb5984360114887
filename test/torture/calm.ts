import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '../../bench/random.ts'
import { type Client, signIn, signUp } from '../support/app.ts'
import { commandLine, plainEnvironment } from '../support/cli.ts'
import { freePort } from '../support/ports.ts'
import { descendantsOf } from '../support/processes.ts'

const PEOPLE = 5
const PAUSE_MS = { least: 50, most: 900 }
const YEAR = 2026
/** Longer than what makes PDFs and workbooks is kept for the next one. */
const REST_MS = 90_000

/**
 * Mixed use of a server as the service unit starts it, without anything to read.
 * @returns its memory in bytes before it, at its end and after a rest, and that of its children at the end, which make
 *   documents (Linux; NaN elsewhere)
 */
export async function stayCalm({ minutes, seed }: { minutes: number; seed: number }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'calm-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const server = spawn(process.execPath, commandLine('serve'), {
      env: {
        ...plainEnvironment(),
        // As the image and the service unit set it.
        MALLOC_ARENA_MAX: '2',
        MALLOC_TRIM_THRESHOLD_: '131072',
        PORT: String(port),
        PUBLIC_URL: url,
        DATA_DIR: dataDir,
        SIGN_UP: 'open',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(server.stdout, 'data')
    server.stdout.resume()
    return server
  }
  const stop = async (server: ChildProcess) => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  // Only the first start of a release compiles it, and keeps what it needs for that.
  await stop(await start())
  const server = await start()
  const counts = new Map<string, number>()
  let children = 0
  try {
    const began = await memoryOf(server.pid)
    const app = { url, socket: new URL(url) }
    const end = performance.now() + minutes * 60_000
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, index) => {
        const email = `person-${index}@example.org`
        const random = createRandom(seed * 1000 + index)
        let client = await signUp(app, email)
        while (performance.now() < end) {
          const what = random.chance(0.01) ? 'sign in' : random.pick(Object.keys(uses))
          if (what === 'sign in') client = await signIn(app, email)
          else await uses[what]?.(client, random)
          counts.set(what, (counts.get(what) ?? 0) + 1)
          await wait(random.int(PAUSE_MS.least, PAUSE_MS.most))
        }
      }),
    )
    const ended = await memoryOf(server.pid)
    for (const child of descendantsOf(Number(server.pid))) children += await memoryOf(child, 'RssAnon')
    await wait(REST_MS)
    return { counts, began, ended, children, rested: await memoryOf(server.pid) }
  } finally {
    await stop(server)
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Use = (client: Client, random: Random) => Promise<unknown>

const read = (path: string) => async (client: Client) => (await client.fetch(path)).arrayBuffer()
const json = (body: object) => ({
  headers: { 'content-type': 'application/json', 'if-match': '*' },
  body: JSON.stringify(body),
})

const uses: Record<string, Use> = {
  'open the app': read('/'),
  'who am I': read('/auth/me'),
  'list receipts': read('/receipts?limit=50'),
  search: read('/receipts?text=kedai'),
  'look at the claim': read(`/tax-years/${YEAR}/claims`),
  'export as CSV': read(`/tax-years/${YEAR}/export?format=csv`),
  'export as PDF': read(`/tax-years/${YEAR}/export?format=pdf`),
  async 'enter a receipt'(client, random) {
    const day = `${YEAR}-0${random.int(1, 9)}-${random.int(10, 28)}`
    const merchant = `KEDAI BUKU ${random.int(1, 50)}`
    const body = { merchant, date: day, totalSen: random.int(100, 50_000) }
    await client.fetch('/receipts', { method: 'POST', ...json(body) })
  },
  async 'state the income'(client, random) {
    const body = { income: { employment: random.int(1, 20_000_000) } }
    await client.fetch(`/tax-years/${YEAR}/taxpayer`, { method: 'PUT', ...json(body) })
  },
}

/** @param what `RssAnon`: without the program itself, which processes share */
async function memoryOf(pid: number | undefined, what: 'VmRSS' | 'RssAnon' = 'VmRSS'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024
}

/**
 * Part of npm run bench: how many answers a second the server gives, against a bare Fastify that sends the same bytes
 * without checking anything, asked by turns; and how long answers over a very full account take and block others.
 *
 * npm run bench:answers                  the server, over HTTP, with 50,000 receipts of one person
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../server/adapters/sqlite/database.ts'
import { createReceiptStore } from '../server/adapters/sqlite/receipt-store.ts'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { median } from '../server/reading/median.ts'
import { freePort, signUp } from '../test/support/app.ts'
import { fillYear, YEAR } from './web/seed.ts'

ignoreClosedPipes()

const MANY = 50_000
/** Requests under way at once, as from a few browsers. */
const CONNECTIONS = 8
/** Short, as the speed of a machine changes within seconds. */
const ROUND_MS = 500
const ROUNDS = 15

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
const dataDir = await mkdtemp(join(tmpdir(), 'bench-answers-'))
const [port, barePort] = [await freePort(), await freePort()]
const url = `http://127.0.0.1:${port}`
const servers: ChildProcess[] = []
let asked = 0

try {
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    SIGN_UP: 'open',
    // Requests come from many addresses, as one may send only so many a minute.
    TRUST_PROXY: '1',
  }
  await start(['bin/tax-tracker.js', 'serve'], env)
  const address = { url, socket: new URL(url) }
  const few = await signUp(address, 'few@example.org')
  const many = await signUp(address, 'many@example.org')
  const db = openDatabase(join(dataDir, 'tracker.db'))
  const store = createReceiptStore(db)
  await fillYear(store, few.sub, 50)
  await fillYear(store, many.sub, MANY)
  db.close()

  await againstBare('list of 50', '/receipts?limit=50', few.token, 0.3)
  await againstBare('/auth/me', '/auth/me', few.token, 0.45)
  await blocking('two-letter search', `/receipts?text=qx&limit=50`, many.token, { first: 20, again: 20 })
  await blocking('claim', `/tax-years/${YEAR}/claims`, many.token, { first: 100, again: 20 })
  await afterChanges(`/tax-years/${YEAR}/claims?receipts=omitted`, many.token, 100)
} finally {
  agent.destroy()
  for (const server of servers) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  await rm(dataDir, { recursive: true })
}

async function start(args: string[], env: NodeJS.ProcessEnv) {
  const server = spawn(process.execPath, args, {
    cwd: new URL('..', import.meta.url),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(server)
  await once(server.stdout, 'data')
  return server
}

/** Rounds of the server and of a bare Fastify with the same answer alternate, so that both see the same machine. */
async function againstBare(what: string, path: string, token: string, least: number) {
  const headers = { authorization: `Bearer ${token}` }
  const { body } = await ask(port, path, headers)
  const bare = await start(['bench/answers/bare.ts'], {
    PORT: String(barePort),
    BODY: body.toString('base64'),
  })
  const ratios: number[] = []
  await perSecond(port, path, headers)
  await perSecond(barePort, '/', {})
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await perSecond(port, path, headers)
    const theirs = await perSecond(barePort, '/', {})
    ratios.push(ours / theirs)
    if (round === ROUNDS - 1)
      console.log(`${what} (${body.length} bytes): ${ours.toFixed(0)} a second, bare ${theirs.toFixed(0)}`)
  }
  servers.pop()
  bare.kill('SIGTERM')
  await once(bare, 'exit')
  ratios.sort((a, b) => a - b)
  const all = ratios.map((ratio) => ratio.toFixed(2)).join(' ')
  verdict(
    `${what} against bare Fastify: ${median(ratios).toFixed(2)} of ${least} (${all})`,
    median(ratios) >= least,
  )
}

/** Milliseconds of an answer, and the longest that another answer waited meanwhile. */
async function blocking(what: string, path: string, token: string, most: { first: number; again: number }) {
  const headers = { authorization: `Bearer ${token}` }
  const times: number[] = []
  let longest = 0
  for (let round = 0; round < 12; round++) {
    let done = false
    const others = (async () => {
      while (!done) {
        const begun = performance.now()
        await ask(port, '/health/live', {})
        longest = Math.max(longest, performance.now() - begun)
      }
    })()
    const begun = performance.now()
    await ask(port, path, headers)
    times.push(performance.now() - begun)
    done = true
    await others
  }
  const [first = 0, ...again] = times
  const usual = median(again)
  console.log(
    `${what} over ${MANY} receipts: the first ${first.toFixed(1)} ms, again ${usual.toFixed(1)} ms,`,
  )
  console.log(`  the longest that /health/live took meanwhile ${longest.toFixed(1)} ms`)
  verdict(
    `${what} within ${most.first} ms, again within ${most.again}`,
    first <= most.first && usual <= most.again,
  )
}

/** Milliseconds of a claim, as the app asks for it, after each change of the facts. */
async function afterChanges(path: string, token: string, most: number) {
  const authorization = `Bearer ${token}`
  const headers = { authorization, 'content-type': 'application/json', 'if-match': '*' }
  const times: number[] = []
  for (let round = 0; round < 12; round++) {
    const body = JSON.stringify({ income: { employment: 1_000_000 + round } })
    const changed = await fetch(`${url}/tax-years/${YEAR}/taxpayer`, { method: 'PUT', headers, body })
    if (!changed.ok) throw new Error(`the facts were not taken: ${changed.status}`)
    const begun = performance.now()
    await ask(port, path, { authorization })
    times.push(performance.now() - begun)
  }
  const usual = median(times)
  verdict(`claim after a change of the facts within ${most} ms: ${usual.toFixed(1)} ms`, usual <= most)
}

/** Answers a second of one path over a few kept connections. */
async function perSecond(port: number, path: string, headers: IncomingHttpHeaders) {
  const begun = performance.now()
  let answers = 0
  const inTurn = async () => {
    while (performance.now() - begun < ROUND_MS) {
      await ask(port, path, headers)
      answers++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, inTurn))
  return answers / ((performance.now() - begun) / 1000)
}

function ask(port: number, path: string, credentials: IncomingHttpHeaders) {
  const from = Math.floor(asked++ / 500)
  const headers = { ...credentials, 'x-forwarded-for': `10.0.${from >> 8}.${from & 255}` }
  return new Promise<{ body: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        response.statusCode === 200
          ? resolve({ body: Buffer.concat(parts) })
          : reject(new Error(`${path} answered ${response.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

function verdict(what: string, isKept: boolean) {
  console.log(`${isKept ? 'kept' : 'NOT KEPT'}: ${what}`)
  if (!isKept) process.exitCode = 1
}

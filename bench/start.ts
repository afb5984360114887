/**
 * npm run bench: how long the server takes from its start until it is ready, the processor time it takes, which a busy machine
 * changes least, and the memory it has then. The first start compiles everything, the later ones find the compiled code.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { freePort } from '../test/support/ports.ts'

ignoreClosedPipes()

const STARTS = 5
/** Seconds, and megabytes. */
const BUDGET = { ready: 0.8, memory: 140 }
const SETTLED_MS = 1_000

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  console.log('start of the server     ready  processor      memory')
  const first = await start()
  print('the first', first)
  const later: Start[] = []
  while (later.length < STARTS - 1) later.push(await start())
  const median = {
    seconds: middle(later.map((one) => one.seconds)),
    processor: middle(later.map((one) => one.processor)),
    megabytes: middle(later.map((one) => one.megabytes)),
  }
  print('later ones, median', median)
  console.log(
    `at most             ${BUDGET.ready.toFixed(2).padStart(7)} s${' '.repeat(11)}${String(BUDGET.memory).padStart(9)} MB`,
  )
} finally {
  await rm(folder, { recursive: true })
}

interface Start {
  seconds: number
  /** Seconds of processor time. */
  processor: number
  megabytes: number
}

async function start(): Promise<Start> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'warn',
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  }
  const begun = performance.now()
  const server = spawn(process.execPath, ['bin/tax-tracker.js', 'serve'], {
    cwd: new URL('..', import.meta.url),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(server.stdout, 'data')
  const { ok } = await fetch(`${url}/health/ready`)
  const seconds = (performance.now() - begun) / 1000
  if (!ok) throw new Error('the server is not ready')
  const processor = await processorOf(server.pid ?? 0)
  await wait(SETTLED_MS)
  const megabytes = await memoryOf(server.pid ?? 0)
  server.kill('SIGTERM')
  await once(server, 'exit')
  return { seconds, processor, megabytes }
}

/** Of Linux, which counts hundredths of a second. */
async function processorOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name of the program, in brackets, may contain spaces.
  const [, user = NaN, system = NaN] = /\) \S(?: -?\d+){10} (\d+) (\d+)/.exec(stat)?.map(Number) ?? []
  return (user + system) / 100
}

/** Of Linux: what the process has in memory, its program included. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilobytes = 'NaN'] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? []
  return (Number(kilobytes) * 1024) / 1e6
}

function print(what: string, { seconds, processor, megabytes }: Start) {
  console.log(
    `${what.padEnd(20)}${seconds.toFixed(2).padStart(7)} s${processor.toFixed(2).padStart(9)} s${megabytes.toFixed(0).padStart(9)} MB`,
  )
}

function middle(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/**
 * npm run bench:newcomer: how long a newcomer takes from `git clone` to the tax saved. In an empty folder it clones this
 * project, installs and starts it, and walks through the app in Chromium: account, ten examples, three checked. Prints the
 * seconds of each part; exits with 1 when all together they take more than two minutes. What is not committed is not in it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { type Step, walkAsNewcomer } from '../test/browser/newcomer.ts'
import { visitSignedOut } from '../test/browser/person.ts'
import { launchChromium } from '../test/support/chromium.ts'
import { plainEnvironment } from '../test/support/cli.ts'
import { freePort } from '../test/support/ports.ts'
import { projectRoot } from '../test/support/project-root.ts'
import { until } from '../test/support/until.ts'

ignoreClosedPipes()

const GOAL_SECONDS = 120

const folder = await mkdtemp(join(tmpdir(), 'newcomer-'))
const project = join(folder, 'project')
const port = await freePort()
const address = `http://localhost:${port}`
/** As in a terminal: without the packages of this project on the PATH. */
const env = { ...plainEnvironment(), PATH: pathOfPerson(), PORT: String(port) }
const browser = await launchChromium()
let server: ChildProcess | undefined
try {
  await run('git', ['clone', '--quiet', projectRoot, project], folder)
  const install = await seconds(() => run('npm', ['ci', '--no-audit', '--no-fund'], project))
  const start = await seconds(async () => {
    server = spawn('npm', ['start'], {
      cwd: project,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    })
    await until(isReady)
  })
  const { reading, walk } = await walked()
  const total = install + start + reading + walk
  for (const [what, took] of Object.entries({ install, start, reading, walk, total }))
    console.log(`${what.padEnd(8)} ${took.toFixed(1).padStart(6)} s`)
  console.log(`${total <= GOAL_SECONDS ? 'kept' : 'MISSED'}: at most ${GOAL_SECONDS} s`)
  if (total > GOAL_SECONDS) process.exitCode = 1
} finally {
  await browser.close()
  await stop()
  await rm(folder, { recursive: true, force: true })
}

/** The walk in seconds, apart from the time in which the ten examples are read. */
async function walked() {
  const { page, leave } = await visitSignedOut(browser)
  const at = new Map<Step | 'begun', number>([['begun', performance.now()]])
  await walkAsNewcomer(page, {
    address,
    language: 'en',
    email: 'ana@example.org',
    onStep: (step) => at.set(step, performance.now()),
  })
  await leave()
  const between = (from: Step | 'begun', to: Step) => ((at.get(to) ?? 0) - (at.get(from) ?? 0)) / 1000
  const reading = between('examples', 'read')
  return { reading, walk: between('begun', 'saved') - reading }
}

async function isReady() {
  if (server?.exitCode !== null) throw new Error(`npm start ended with ${server?.exitCode}`)
  const response = await fetch(`${address}/health/ready`).catch(() => undefined)
  return response?.ok
}

/** Ends npm and the server it started. */
async function stop() {
  if (!server?.pid || server.exitCode !== null) return
  const ended = once(server, 'exit')
  process.kill(-server.pid, 'SIGTERM')
  await ended
}

async function run(program: string, args: string[], cwd: string) {
  const [code] = await once(
    spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] }),
    'exit',
  )
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`)
}

async function seconds(work: () => Promise<void>) {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

function pathOfPerson() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((path) => !path.includes('node_modules')).join(delimiter)
}

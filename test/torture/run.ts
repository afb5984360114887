import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { createRandom } from '../../bench/random.ts'
import { plainEnvironment } from '../support/cli.ts'
import { type Cognito, startCognito } from '../support/cognito/index.ts'
import { cognitoSettings, ownClient } from '../support/cognito/settings.ts'
import { freePort } from '../support/ports.ts'
import { checkEverything } from './check.ts'
import { type Faults, nameOf, randomFaults } from './faults.ts'
import { createPerson, type Person } from './person.ts'

export interface Plan {
  /** Decides what each person does and which faults come; the order between people is the machine's. */
  seed: number
  people: number
  /** Ends once both are reached, or when the time is up. */
  uploads: number
  kills: number
  minutes: number
  /** `local`: the provider is in the server, and dies with it. */
  identity: 'cognito' | 'local'
  /** Called after each kill. */
  progress?(counts: ReadonlyMap<string, number>): void
}

export interface Outcome {
  counts: Map<string, number>
  violations: string[]
  seconds: number
  /** Of the server at the end, in bytes. */
  memory: number
}

/** How many uploads a server answers before it is killed, however long that takes, and the milliseconds of a fault. */
const LIFE = { least: 0, most: 100 }
const FAULT = { least: 100, most: 700 }
const LONGEST_LIFE_MS = 60_000

/** Uses servers on one folder, with faults, kills them again and again, and checks what is left of what they answered. */
export async function torture(plan: Plan): Promise<Outcome> {
  const begun = performance.now()
  const until = begun + plan.minutes * 60_000
  const dataDir = await mkdtemp(join(tmpdir(), 'torture-'))
  const random = createRandom(plan.seed)
  const counts = new Map<string, number>()
  const violations: string[] = []
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  const report = { count, violation: (text: string) => void violations.push(text) }
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const own = ownClient(url)
  const cognito = plan.identity === 'cognito' ? await startCognito({ clients: [own] }) : undefined
  const env = {
    ...plainEnvironment(),
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    SIGN_UP: 'open',
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '1',
    // Most of a start is compiling.
    NODE_COMPILE_CACHE: join(dataDir, '..', 'torture-compiled'),
    ...(cognito && cognitoSettings(cognito, own)),
  }
  let server: Server | undefined
  try {
    const picture = await sharp({ create: { width: 48, height: 64, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer()
    const people = Array.from({ length: plan.people }, (_, index) =>
      createPerson(
        { app: { url, socket: new URL(url) }, picture, report, isUp: () => server?.isUp() ?? false },
        { seed: plan.seed, index },
      ),
    )
    const isDone = () =>
      performance.now() > until ||
      ((counts.get('uploads') ?? 0) >= plan.uploads && (counts.get('kills') ?? 0) >= plan.kills)
    while (!isDone()) {
      server = await startServer(env)
      const uploads = () => counts.get('uploads') ?? 0
      const isKilled = await live({ server, cognito, people, random, report, uploads, isDone })
      if (isKilled) count('kills')
      plan.progress?.(counts)
      if (!isKilled) report.violation('the server ended by itself')
    }
    server = await startServer(env)
    await checkEverything(people, dataDir, report)
    const memory = await server.memory()
    if ((await server.terminate()) !== 0) report.violation('the server does not end in order')
    return { counts, violations, seconds: (performance.now() - begun) / 1000, memory }
  } finally {
    await server?.kill()
    await cognito?.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Life {
  server: Server
  cognito: Cognito | undefined
  people: readonly Person[]
  random: ReturnType<typeof createRandom>
  report: { count(what: string): void }
  uploads(): number
  isDone(): boolean
}

/**
 * Everybody uses the server at once, and something goes wrong now and then, until it is killed.
 * @returns whether it lived until then
 */
async function live({ server, cognito, people, random, report, uploads, isDone }: Life): Promise<boolean> {
  let goesOn = true
  const used = people.map(async (person) => {
    const others = people.filter((other) => other !== person)
    while (goesOn && server.isUp()) await person.act(others)
  })
  const goal = uploads() + random.int(LIFE.least, LIFE.most)
  const end = performance.now() + LONGEST_LIFE_MS
  while (uploads() <= goal && performance.now() < end && server.isUp() && !isDone()) {
    const faults = random.chance(0.5) ? randomFaults(random) : {}
    if (Object.keys(faults).length > 0) report.count(`fault: ${nameOf(faults)}`)
    await apply(faults, server, cognito)
    await wait(random.int(FAULT.least, FAULT.most))
  }
  goesOn = false
  // The kill comes while they all wait for an answer.
  const wasUp = server.isUp()
  await Promise.all([server.kill(), ...used])
  if (cognito) Object.assign(cognito.faults, { down: false, answers: undefined })
  return wasUp
}

async function apply({ provider, ...faults }: Faults, server: Server, cognito: Cognito | undefined) {
  if (cognito) {
    cognito.faults.down = provider === 'down'
    cognito.faults.answers = provider === 'down' ? undefined : provider
  }
  await server.send({ faults })
}

type Server = Awaited<ReturnType<typeof startServer>>

async function startServer(env: Record<string, string>) {
  const child = fork(new URL('./server.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  })
  const exited = once(child, 'exit')
  const ended = exited.then(() => undefined)
  const answer = async () => (await Promise.race([once(child, 'message'), ended]))?.[0]
  if (!(await answer())) throw new Error('the server does not start')
  const send = async (message: object) => {
    if (!child.connected) return undefined
    const answered = answer()
    child.send(message, () => undefined)
    return answered
  }
  return {
    send,
    isUp: () => child.exitCode === null && child.signalCode === null,
    memory: async () => Number((await send({ memory: true }))?.memory ?? Number.NaN),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async terminate() {
      child.disconnect()
      const [code] = await exited
      return code as number | null
    },
  }
}

/**
 * npm run bench -- FOLDER: what reading costs. FOLDER holds img/ID.jpg (docs/reading.md says which set); the ids are those
 * of bench/reading.txt, one picture a shop. Without FOLDER the receipts of samples/ are read. Prints the mean time of a
 * picture on one thread, that of `tesseract --psm 6` on the same pictures in turn with it, receipts an hour with two
 * processes, and the memory of the whole tree of processes while they read.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setInterval } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createPpocrReader } from '../server/adapters/ppocr/index.ts'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { readFields } from '../server/reading/fields/index.ts'
import type { PageReader } from '../server/reading/ports.ts'
import { descendantsOf } from '../test/support/processes.ts'
import { pictures } from './pictures.ts'

ignoreClosedPipes()

const run = promisify(execFile)

/** How often the pictures are read by two processes, so that both are busy most of the time. */
const ROUNDS = 3
const SAMPLE_EVERY_MS = 50
const TESSERACT = ['-', '--psm', '6']

const secondsOf = async (work: () => Promise<unknown>) => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const readPicture = async (reader: PageReader, path: string) => readFields(await reader.read(path))

async function hasTesseract(): Promise<boolean> {
  return run('tesseract', ['--version']).then(
    () => true,
    () => false,
  )
}

const tesseract = (path: string) =>
  run('tesseract', [path, ...TESSERACT], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } })

/** Both programs read each picture in turn, so that whatever else the machine does burdens both. */
async function compare(paths: string[]): Promise<void> {
  const reader = createPpocrReader({ workers: 1 })
  const withTesseract = await hasTesseract()
  const [ours, theirs]: [number[], number[]] = [[], []]
  try {
    await readPicture(reader, paths[0] ?? '')
    for (const path of paths) {
      ours.push(await secondsOf(() => readPicture(reader, path)))
      if (withTesseract) theirs.push(await secondsOf(() => tesseract(path)))
    }
  } finally {
    await reader.close()
  }
  const mean = (times: number[]) => times.reduce((sum, time) => sum + time, 0) / times.length
  console.log(`one thread, ${paths.length} pictures: ${mean(ours).toFixed(2)} s a picture`)
  if (withTesseract) {
    const ratio = (mean(ours) / mean(theirs)).toFixed(2)
    console.log(`tesseract --psm 6, the same pictures: ${mean(theirs).toFixed(2)} s; this is ${ratio} x`)
  } else console.log('tesseract is not installed (Debian package tesseract-ocr), so nothing is compared')
}

/** Megabytes of a process, or of several. */
interface Memory {
  /** Pages that processes share, such as those of the program, are counted once for each of them. */
  resident: number
  /** They are counted once. */
  proportional: number
}

/** The memory of this process and all below it. */
function memoryOfTree(): Memory {
  const all = [process.pid, ...descendantsOf(process.pid)].map(memoryOf)
  const sum = (name: keyof Memory) => all.reduce((total, one) => total + one[name], 0)
  return { resident: sum('resident'), proportional: sum('proportional') }
}

function memoryOf(pid: number): Memory {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1000
    return { resident: megabytes('Rss'), proportional: megabytes('Pss') }
  } catch {
    return { resident: 0, proportional: 0 }
  }
}

/** Both processes read all pictures so many times. */
async function readByTwo(reader: PageReader, paths: string[], rounds: number): Promise<void> {
  const queue = Array.from({ length: rounds }, () => paths)
    .flat()
    .values()
  const work = async () => {
    for (const path of queue) await readPicture(reader, path)
  }
  await Promise.all([work(), work()])
}

/** The most that all processes have while `work` goes on. To measure it takes half a core, so nothing is timed meanwhile. */
async function memoryDuring(work: Promise<void>): Promise<Memory> {
  const most: Memory = { resident: 0, proportional: 0 }
  let done = false
  const ended = work.finally(() => {
    done = true
  })
  for await (const _ of setInterval(SAMPLE_EVERY_MS)) {
    const { resident, proportional } = memoryOfTree()
    most.resident = Math.max(most.resident, resident)
    most.proportional = Math.max(most.proportional, proportional)
    if (done) break
  }
  await ended
  return most
}

async function measureTwo(paths: string[]): Promise<void> {
  const reader = createPpocrReader({ workers: 2 })
  try {
    await Promise.all([readPicture(reader, paths[0] ?? ''), readPicture(reader, paths[0] ?? '')])
    const seconds = await secondsOf(() => readByTwo(reader, paths, ROUNDS))
    const hourly = Math.round((ROUNDS * paths.length * 3600) / seconds)
    console.log(`two processes: ${hourly} receipts an hour`)
    if (!existsSync('/proc/self/smaps_rollup')) return
    const most = await memoryDuring(readByTwo(reader, paths, 1))
    const [apart, once] = [most.resident.toFixed(0), most.proportional.toFixed(0)]
    console.log(
      `memory of all processes, at most: ${once} MB; ${apart} MB with shared pages counted for each`,
    )
  } finally {
    await reader.close()
  }
}

const paths = pictures(process.argv[2])
await compare(paths)
await measureTwo(paths)

import childProcess from 'node:child_process'
import { writeSync } from 'node:fs'
import { enableCompileCache, syncBuiltinESMExports } from 'node:module'
import { join, relative } from 'node:path'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { descendantsOf } from './processes.ts'
import { isOneProcess, tierOf } from './tiers.ts'

/**
 * The npm scripts load this before every test file. The runner's own limit fails a test, but waits forever for a file
 * whose process does not end: one that leaves a server open, or loops. So a thread of the process watches it, and kills
 * it with everything it has started; the runner then names the file.
 */
const file = workerData?.timeLimitOf ?? relative(process.cwd(), process.argv[1] ?? '')
const SECONDS = Number(process.env.TEST_FILE_SECONDS ?? (tierOf(file) === 'long' ? 960 : 420))

if (isMainThread && process.env.NODE_TEST_CONTEXT) {
  shareCompiledCode()
  if (isOneProcess(file)) refuseProcesses(file)
  new Worker(new URL(import.meta.url), { workerData: { timeLimitOf: file }, execArgv: [] }).unref()
} else if (workerData?.timeLimitOf) {
  setTimeout(() => end(workerData.timeLimitOf), SECONDS * 1000)
}

/** Loading the server takes most of the time of many files and of the programs they start. */
function shareCompiledCode() {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/compiled')
  process.env.NODE_COMPILE_CACHE = folder
  enableCompileCache(folder)
}

/**
 * Keeps tests of one process what they are. The server handles a reader that cannot start like any other failure, so a thrown error
 * may not fail the test: the exit code does.
 */
function refuseProcesses(file: string) {
  const refuse = (name: string) => () => {
    writeSync(2, `${file} starts a process (${name}); tests that need one go into a *.slow.test.ts\n`)
    process.once('exit', () => {
      process.exitCode = 1
    })
    throw new Error(`${file} may not start a process`)
  }
  const names = ['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync'] as const
  for (const name of names) Object.assign(childProcess, { [name]: refuse(name) })
  syncBuiltinESMExports()
}

function end(file: string) {
  writeSync(2, `${file} has not ended after ${SECONDS} s, and is killed with everything it started\n`)
  for (const pid of descendantsOf(process.pid).reverse()) kill(pid)
  kill(process.pid)
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

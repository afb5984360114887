import { writeSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join, relative } from 'node:path'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { descendantsOf } from './processes.ts'

/**
 * Loaded before every test file by npm run test:run. The runner's own limit fails a test, but waits for ever for a file
 * whose process does not end: one that leaves a server open, or loops. So a thread of the process looks on, and ends it
 * with all it has started; the runner then names the file.
 */
const SECONDS = Number(process.env.TEST_FILE_SECONDS ?? 420)

if (isMainThread && process.env.NODE_TEST_CONTEXT) {
  compileOnce()
  const file = relative(process.cwd(), process.argv[1] ?? '')
  new Worker(new URL(import.meta.url), { workerData: { timeLimitOf: file }, execArgv: [] }).unref()
} else if (workerData?.timeLimitOf) {
  setTimeout(() => end(workerData.timeLimitOf), SECONDS * 1000)
}

/** Loading the server takes most of the time of many files and of the programs they start. */
function compileOnce() {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/compiled')
  process.env.NODE_COMPILE_CACHE = folder
  enableCompileCache(folder)
}

function end(file: string) {
  writeSync(2, `${file} has not ended after ${SECONDS} s, and is ended with all it has started\n`)
  for (const pid of descendantsOf(process.pid).reverse()) kill(pid)
  kill(process.pid)
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}

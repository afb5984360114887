import { availableParallelism } from 'node:os'
import { createPpocrReader, defaultWorkers } from '../adapters/ppocr/index.ts'
import { createPageTools } from '../reading/pages/index.ts'
import { readingInvoices } from '../reading/ubl/index.ts'
import { wholeNumber } from './parse.ts'
import { createProgress } from './progress.ts'
import { createPasswordSource } from './read/passwords.ts'
import { type FileResult, readFiles, readLocked } from './read/read-files.ts'
import { readingTable } from './read/reading-table.ts'
import { EXIT, UsageError } from './usage-error.ts'

interface ReadOptions {
  json?: boolean | undefined
  /** Processes that read at the same time. */
  workers?: number | undefined
}

/** Reads files without a server and prints what they say. */
export async function read(files: string[], { json, workers = workersHere() }: ReadOptions): Promise<number> {
  const tools = createPageTools()
  const reader = readingInvoices(createPpocrReader({ workers }), tools)
  const progress = createProgress(files.length, 'files')
  const found = await readFiles(reader, files, Math.min(workers, availableParallelism()), progress.step)
  progress.stop()
  const passwords = createPasswordSource()
  const results = await readLocked(reader, found, passwords.of)
  passwords.close()
  await reader.close()
  await tools.close()
  print(results, json === true)
  return results.some((result) => 'error' in result) ? EXIT.failed : EXIT.ok
}

function workersHere(): number {
  const wanted = process.env.READER_WORKERS?.trim()
  if (!wanted) return defaultWorkers()
  try {
    return wholeNumber(1)(wanted)
  } catch (cause) {
    throw new UsageError('READER_WORKERS must be a whole number of at least 1.', { cause })
  }
}

function print(results: FileResult[], json: boolean): void {
  for (const result of results) {
    if ('error' in result) process.stderr.write(`${result.file}: ${result.error.message}\n`)
  }
  const read = results.filter((result) => 'reading' in result)
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  else if (read.length > 0) process.stdout.write(`${readingTable(read, process.stdout.columns ?? 120)}\n`)
}

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { createPpocrReader, defaultWorkers } from '../adapters/ppocr/index.ts'
import { createPageTools } from '../reading/pages/index.ts'
import { readingInvoices } from '../reading/ubl/index.ts'
import { readableFieldNames } from '../receipts/fields.ts'
import { createProgress } from './progress.ts'
import { createPasswordSource } from './read/passwords.ts'
import { type FileResult, readFiles, readLocked } from './read/read-files.ts'
import { toTable } from './read/table.ts'

const located = readableFieldNames.filter((name) => name !== 'currency')
/** Wrapped to lines of at most 85 characters, indented for the help text. */
const wrapped = (text: string) =>
  text
    .replace(/(.{1,85})( |$)/g, '$1\n')
    .trimEnd()
    .replaceAll('\n', `\n${' '.repeat(19)}`)

const HELP = `Reads receipts without a server or a login and prints the result.

usage: npm run read -- [--json] [--workers N] FILE...

FILE is a JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF or PDF of at most 30 pages, or a MyInvois e-invoice (XML, JSON).

  --json       one JSON array on standard output, one object per file in the order given:
                 { "file", "seconds", "reading": {
                   ${wrapped(located.join(', '))}:
                     each { value, confidence 0..1, page, box } or null,
                   currency, items,
                   einvoice: the MyInvois document of the file or QR code, or null } }
               box is in fractions of the page: { left, top, width, height }; amounts are integer sen.
               A file that could not be read has "error": { code, message } instead of "reading".
  --workers N  processes that read at the same time (default: READER_WORKERS, else by the cores and memory
               of this machine: ${defaultWorkers()})
  --help       prints this text

The table shows the confidence after each value. Files that could not be read, or contain no receipt, are reported on
standard error.

The password of a locked PDF is asked for on the terminal, or is the next line of standard input. No option takes it, as
every process can see the command line.

exit status: 0 all files were read, 1 some were not, 2 wrong usage
`

function usageError(message: string): never {
  process.stderr.write(
    `${message}\nusage: npm run read -- [--json] [--workers N] FILE... (--help prints more)\n`,
  )
  process.exit(2)
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        workers: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const wanted = values.workers ?? process.env.READER_WORKERS?.trim()
    const workers = wanted ? Number(wanted) : defaultWorkers()
    if (!Number.isInteger(workers) || workers < 1)
      usageError('the number of workers must be a whole number of at least 1')
    return { ...values, workers, files: positionals }
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error))
  }
}

function print(results: FileResult[], json: boolean): void {
  for (const result of results) {
    if ('error' in result) process.stderr.write(`${result.file}: ${result.error.message}\n`)
  }
  const read = results.filter((result) => 'reading' in result)
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  else if (read.length > 0) process.stdout.write(toTable(read, process.stdout.columns ?? 120))
}

const { files, workers, json = false, help } = readArguments()
if (help) {
  process.stdout.write(HELP)
} else {
  if (files.length === 0) usageError('no file given')
  const tools = createPageTools()
  const reader = readingInvoices(createPpocrReader({ workers }), tools)
  const progress = createProgress(files.length)
  const found = await readFiles(reader, files, Math.min(workers, availableParallelism()), progress.step)
  progress.stop()
  const passwords = createPasswordSource()
  const results = await readLocked(reader, found, passwords.of)
  passwords.close()
  await reader.close()
  await tools.close()
  print(results, json)
  process.exitCode = results.some((result) => 'error' in result) ? 1 : 0
}

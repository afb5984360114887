import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ClaimSummary, withWarningsIn } from '../claims/claim-views.ts'
import { loadConfig } from '../config/config.ts'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import { groupedRinggit } from '../ringgit.ts'
import { readerWorkers } from '../services/readers.ts'
import { createServices, type Services } from '../services.ts'
import { factsSchema } from '../taxpayer/facts.ts'
import { claimTable } from './claims/claim-table.ts'
import { suggestionLines } from './claims/suggestion-lines.ts'
import { count, print, runCommand, UsageError } from './command.ts'
import { type ImportResult, importFiles } from './import/import-files.ts'
import { openSource } from './import/source.ts'
import { createProgress } from './progress.ts'

type Estimate = Awaited<ReturnType<Services['claims']['estimate']>>

const USAGE =
  'usage: npm run claims -- --ya YEAR --receipts FOLDER [--taxpayer FILE] [--language en|ms] [--json] (--help prints more)'

const HELP = `Reads a folder of receipts, suggests what each may be claimed for, and prints the claim of the year.

usage: npm run claims -- --ya YEAR --receipts FOLDER [--taxpayer FILE] [--language en|ms] [--json]

  --ya YEAR         year of assessment, such as 2025
  --receipts FOLDER pictures, PDFs and e-invoices (XML, JSON), also in subfolders; or a zip archive
  --taxpayer FILE   the body of PUT /tax-years/{ya}/taxpayer as JSON: income, spouse, children, statements
  --language        the language of the table: en (default) or ms (Malay)
  --json            one JSON object: { claim, estimate, receipts }
  --help            prints this text

Nothing is stored: a temporary folder is removed at the end. No receipt is
confirmed, so nothing is claimed yet; the last column shows what could be claimed if every suggestion is accepted.

exit status: 0 all files were read, 1 some were refused, 2 wrong usage
`

/** The owner of the receipts while the command runs. */
const OWNER = 'local'
/** Longer than any reading takes, because no client is waiting. */
const WAIT_MS = 600_000

await runCommand(async () => {
  const options = readArguments()
  if (options.help) {
    print(HELP.trimEnd())
    return 0
  }
  const facts = options.taxpayer === undefined ? {} : await readFacts(options.taxpayer)
  const source = await openSource(options.receipts)
  const dataDir = createTemporaryFolder()
  const services = await createServices(loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    waitMs: WAIT_MS,
  })
  try {
    const year = services.law.year(options.ya)
    if (!year) {
      const available = services.law.years.map(({ year }) => year).join(', ')
      throw new UsageError(`no law data for ${options.ya}; available years: ${available}`)
    }
    await services.taxpayer.facts.put(OWNER, year, facts, 'any').catch(asUsage)
    const progress = createProgress(source.files.length)
    const concurrency = readerWorkers(services.config.reader)
    const importOptions = { concurrency, onEach: progress.step }
    const results = await importFiles(services.receipts, OWNER, source.files, importOptions)
    progress.stop()
    const claim = await services.claims.summary(OWNER, year)
    const estimate = await services.claims.estimate(OWNER, year)
    const { language } = options
    if (options.json) {
      const receipts = results.map(summaryOf)
      const worded = { claim: withWarningsIn(language, claim), estimate: withWarningsIn(language, estimate) }
      print(JSON.stringify({ ...worded, receipts }, null, 2))
    } else {
      printTables(services, { claim, estimate, results, language })
    }
    return results.some((file) => 'refused' in file) ? 1 : 0
  } finally {
    source.close()
    await services.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})

/** A temporary folder. It is also removed when the command is interrupted, because it contains receipts. */
function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tax-tracker-claims-'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // Again where a file was written meanwhile.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
      // Exits at once, because the rest would fail without the folder.
      process.exit(128 + constants.signals[signal])
    })
  }
  return folder
}

function readArguments() {
  const { values } = parse()
  const { help = false, json = false, language = 'en', taxpayer } = values
  const ya = Number(values.ya)
  if (!help && (!Number.isInteger(ya) || values.receipts === undefined)) throw new UsageError(USAGE)
  if (language !== 'en' && language !== 'ms') throw new UsageError(USAGE)
  return { help, json, ya, receipts: values.receipts ?? '', taxpayer, language } as const
}

function parse() {
  try {
    return parseArgs({
      options: {
        ya: { type: 'string' },
        receipts: { type: 'string' },
        taxpayer: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch {
    throw new UsageError(USAGE)
  }
}

async function readFacts(path: string) {
  const text = await readFile(path, 'utf8')
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`${path}: not JSON`, { cause })
  }
  const { data, error } = factsSchema.safeParse(content)
  if (error) {
    const problems = error.issues.map(({ path: at, message }) => `  /${at.join('/')}: ${message}`)
    throw new UsageError([`${path}: some values are not valid`, ...problems].join('\n'))
  }
  return data
}

function asUsage(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  const errors = error.errors ?? []
  const problems = errors.map(({ path, message }) => `  ${path}: ${message.en}`)
  throw new UsageError([error.message, ...problems].join('\n'), { cause: error })
}

interface Outcome {
  claim: ClaimSummary
  estimate: Estimate
  results: ImportResult[]
  language: Language
}

function printTables(
  { receipts }: Pick<Services, 'receipts'>,
  { claim, estimate, results, language }: Outcome,
) {
  for (const line of suggestionLines(results, claim.year, receipts)) print(line)
  print()
  print(claimTable(claim, language))
  print()
  const { unconfirmed } = claim
  const mine = unconfirmed.receipts.length
  const others = results.filter((file) => 'receipt' in file).length - mine
  const worth = `RM ${groupedRinggit(unconfirmed.sen)}`
  print(`${count(mine, 'receipt')} of ${claim.year}, ${worth}: none is confirmed, so none is claimed yet.`)
  if (others > 0) print(`${count(others, 'receipt')} of other years or without a date.`)
  const { computation, withSuggestions } = estimate
  if (computation.aggregateIncomeSen > 0) {
    const saved = `${groupedRinggit(withSuggestions.payableSen)} with all suggestions (${groupedRinggit(withSuggestions.savesSen)} less)`
    print(`Tax payable: RM ${groupedRinggit(computation.payableSen)}, ${saved}.`)
  }
  for (const { message } of claim.warnings) print(`! ${message.en}`)
}

function summaryOf(file: ImportResult) {
  if (!('receipt' in file)) return file
  const { merchant, date, paidOn, totalSen, currency, suggestion, status } = file.receipt
  return { name: file.name, status, merchant, date, paidOn, totalSen, currency, suggestion }
}

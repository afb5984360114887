import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { type ImportResult, importFiles } from './import/import-files.ts'
import { openSource } from './import/source.ts'
import { count, print } from './output.ts'
import { createProgress } from './progress.ts'
import { EXIT, UsageError } from './usage-error.ts'

type Estimate = Awaited<ReturnType<Services['claims']['estimate']>>

interface ClaimsOptions {
  ya: number
  receipts: string
  taxpayer?: string | undefined
  language: Language
  json?: boolean | undefined
}

/** The owner of the receipts while the command runs. */
const OWNER = 'local'
/** Longer than any reading takes, because no client is waiting. */
const WAIT_MS = 600_000

/** Prints the claim of a year from a folder of receipts. */
export async function claims(options: ClaimsOptions): Promise<number> {
  const facts = options.taxpayer === undefined ? {} : await readFacts(options.taxpayer)
  const source = await openSource(options.receipts)
  const dataDir = createTemporaryFolder()
  const services = await createServices(
    loadConfig({ READER_WORKERS: process.env.READER_WORKERS, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    {
      waitMs: WAIT_MS,
    },
  )
  try {
    const year = services.law.year(options.ya)
    if (!year) {
      const available = services.law.years.map(({ year }) => year).join(', ')
      throw new UsageError(`no law data for ${options.ya}; available years: ${available}`)
    }
    await services.taxpayer.facts.put(OWNER, year, facts, 'any').catch(asUsage)
    const progress = createProgress(source.files.length, 'files')
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
    return results.some((file) => 'refused' in file) ? EXIT.failed : EXIT.ok
  } finally {
    source.close()
    await services.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** How long writes that have begun may take before the folder is removed under them. */
const SETTLE_MS = 100

/** A temporary folder. It is also removed when the command is interrupted, because it contains receipts. */
function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tax-tracker-claims-'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // Blocks this thread, so that nothing begins while what other threads write comes to its end.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
      // Exits at once, because the rest would fail without the folder.
      process.exit(128 + constants.signals[signal])
    })
  }
  return folder
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

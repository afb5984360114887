import { finished, Readable } from 'node:stream'
import { createExportLimiter } from '../archive/export-limit.ts'
import type { Claims } from '../claims/index.ts'
import type { Clock } from '../clock.ts'
import type { Language } from '../language.ts'
import type { Law } from '../law/law.ts'
import type { FormKind, TaxYear } from '../law/year.ts'
import { malaysianDay } from '../malaysian-time.ts'
import type { ChildPool } from '../reading/workers/pool.ts'
import type { FileStore, ReceiptStore } from '../receipts/ports.ts'
import { texts } from '../texts/index.ts'
import { createDocuments } from './documents.ts'
import { type EmployerSheetBody, toEmployerSheet } from './employer-sheet.ts'
import { type ExportedClaim, inOrder, receiptsOf } from './exported-claim.ts'
import { toJson } from './json.ts'
import { createReceiptNaming, type NamedReceipt } from './named-receipt.ts'
import { createNames, type Names, ownRowsOf, type PartRow, rowsOf } from './part-rows.ts'
import { exportedReturn } from './return-lines.ts'
import { chosenReceipts, formsOf } from './selection.ts'
import { words } from './words/index.ts'

export const formats = ['csv', 'xlsx', 'json', 'pdf', 'zip'] as const
export type Format = (typeof formats)[number]

/** Formats of a selection of receipts. */
export const tableFormats = ['csv', 'xlsx'] as const
type TableFormat = (typeof tableFormats)[number]

const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
}

/** The media types of formats, without parameters. */
export const mediaTypes = (some: readonly Format[]) => some.map((format) => TYPES[format].replace(/;.*/, ''))

export interface ExportsDeps {
  law: Law
  store: ReceiptStore
  files: FileStore
  clock: Clock
  claims: Pick<Claims, 'claimOf' | 'formOf' | 'pcbKnown'>
  /** Runs documentTasks. */
  documentPool: ChildPool
}

/** A file to download. */
export interface Export {
  type: string
  filename: string
  body: Readable
}

export interface ExportOptions {
  format: Format
  language: Language
  /** Default: the form of the facts. */
  form?: FormKind | undefined
}

export function createExports({ law, store, files, clock, claims, documentPool }: ExportsDeps) {
  const limiter = createExportLimiter()
  const makeDocument = createDocuments(documentPool)

  async function open(userId: string, year: TaxYear, { format, language, form }: ExportOptions) {
    // An auditor gets real receipts only.
    const withExamples = format !== 'zip'
    const { receipts, summary, facts, taxReturn } = await claims.claimOf(userId, year, { withExamples, form })
    const names = createNames(law, () => summary.form, language)
    const claim: ExportedClaim = {
      userId,
      year: year.year,
      language,
      madeOn: malaysianDay(clock.now()),
      summary,
      taxReturn: exportedReturn(taxReturn(language), language),
      facts,
      ...inOrder(receipts),
      examples: withExamples ? receipts.examples : 0,
      examplesLeftOut: withExamples ? 0 : receipts.examples,
    }
    return { claim, names }
  }

  async function write(claim: ExportedClaim, names: Names, format: Format): Promise<Readable> {
    const receipts = () => receiptsOf(store, claim)
    const rows = () => eachRow(receipts(), claim.year, names)
    switch (format) {
      case 'csv':
        return (await import('./csv.ts')).toCsv(rows(), claim.language)
      case 'json':
        return toJson(claim, receipts())
      case 'xlsx':
        return whole(await makeDocument({ kind: 'xlsx', claim, rows: await all(rows()) }))
      case 'pdf':
        return whole(await makeDocument({ kind: 'pdf', claim }))
      case 'zip': {
        const { auditPack } = await import('./pack/audit-pack.ts')
        return auditPack({
          claim,
          receipts: receipts(),
          files,
          names,
          summary: () => makeDocument({ kind: 'pdf', claim }),
        })
      }
    }
  }

  /** Creates an export while the person has no other one. */
  async function limited(userId: string, create: () => Promise<Export>): Promise<Export> {
    const release = limiter.acquire(userId)
    try {
      const created = await create()
      finished(created.body, release)
      return created
    } catch (error) {
      release()
      throw error
    }
  }

  return {
    /**
     * A year's claim in a format, as a stream that the caller must read or destroy.
     * Rejects with Refusal too_many_requests while another export is sent to this person.
     */
    async make(userId: string, year: TaxYear, options: ExportOptions): Promise<Export> {
      const { format, language } = options
      return limited(userId, async () => {
        const { claim, names } = await open(userId, year, options)
        const body = await write(claim, names, format)
        return { type: TYPES[format], filename: `${words[language].file}-${year.year}.${format}`, body }
      })
    },

    /**
     * The data of form TP1 or TP3 as a PDF. Rejects with Refusal not_found for a year without PCB rules, and
     * too_many_requests like `make`.
     */
    async makeEmployerSheet(
      userId: string,
      year: TaxYear,
      body: EmployerSheetBody,
      language: Language,
    ): Promise<Export> {
      return limited(userId, async () => {
        const known = await claims.pcbKnown(userId, year)
        const madeOn = malaysianDay(clock.now())
        const sheet = toEmployerSheet(body, { known, language, madeOn, words: texts[language].pcb.sheet })
        const pdf = await makeDocument({ kind: 'employer-sheet', sheet })
        return { type: TYPES.pdf, filename: `${body.form}-${year.year}.pdf`, body: whole(pdf) }
      })
    },

    /**
     * The parts of chosen receipts as a table, confirmed or not. Rejects with Refusal not_found where the person does not
     * have all of them, and too_many_requests like `make`.
     */
    async makeSelection(
      userId: string,
      ids: string[],
      format: TableFormat,
      language: Language,
    ): Promise<Export> {
      return limited(userId, async () => {
        const records = await chosenReceipts(store, userId, ids)
        const names = createNames(
          law,
          await formsOf(law, records, (year) => claims.formOf(userId, year)),
          language,
        )
        const naming = createReceiptNaming(language)
        const rows = records.flatMap((record) => ownRowsOf(naming(record), names))
        const body =
          format === 'csv'
            ? (await import('./csv.ts')).toCsv(rows, language)
            : whole(await makeDocument({ kind: 'receipts-xlsx', rows, language }))
        const day = malaysianDay(clock.now())
        return { type: TYPES[format], filename: `${words[language].selection}-${day}.${format}`, body }
      })
    },
  }
}

const whole = (bytes: Buffer) => Readable.from([bytes], { objectMode: false })

async function* eachRow(
  receipts: AsyncIterable<NamedReceipt>,
  year: number,
  names: Names,
): AsyncGenerator<PartRow> {
  for await (const named of receipts) yield* rowsOf(named, year, names)
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

export type Exports = ReturnType<typeof createExports>

import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { type ArchiveEntry, zipOf } from '../../archive/zip.ts'
import { paymentDayOf } from '../../receipts/model.ts'
import type { FileStore } from '../../receipts/ports.ts'
import { toCsv } from '../csv.ts'
import { type ExportedClaim, YIELD_EVERY } from '../exported-claim.ts'
import type { NamedReceipt } from '../named-receipt.ts'
import { type Names, type PartRow, rowsOf } from '../part-rows.ts'
import { words } from '../words/index.ts'
import { indexPage } from './index-page.ts'
import type { Missing } from './missing.ts'
import { type Original, originalsOf } from './originals.ts'

export interface PackSource {
  claim: ExportedClaim
  receipts: AsyncIterable<NamedReceipt>
  files: FileStore
  names: Names
  summary: () => Promise<Buffer>
}

/**
 * A zip file with every original of the year's confirmed receipts, followed by the documents about them, which list what is
 * missing.
 */
export const auditPack = (source: PackSource) => zipOf(entriesOf(source))

async function* entriesOf(source: PackSource): AsyncGenerator<ArchiveEntry> {
  const { claim, names } = source
  const rows: PartRow[] = []
  const missing: Missing[] = []
  const sums: string[] = []
  const seal = (path: string, content: Buffer): ArchiveEntry => {
    sums.push(sumLine(path, createHash('sha256').update(content).digest('hex')))
    return { path, content }
  }

  const shown = new Set<string>()
  for await (const original of originalsOf(source.files, source.receipts)) {
    const { named, last, path, sha256, content, modifiedAt, trouble } = original
    if (trouble) missing.push({ name: nameOf(original), reason: words[claim.language].pack[trouble] })
    if (path && sha256 && content) {
      // The hash of the upload: a file that was changed since then fails the check.
      sums.push(sumLine(path, sha256))
      yield { path, content, modifiedAt }
    }
    if (!last) continue
    rows.push(...rowsOf(named, claim.year, names))
    shown.add(named.receipt.id)
    if (named.isDamaged) missing.push(damagedReceipt(claim, [nameOf(original), named.receipt.id]))
  }
  // Their rows do not even say whether they are confirmed.
  for (const id of claim.damaged) if (!shown.has(id)) missing.push(damagedReceipt(claim, [id]))

  yield seal('summary.pdf', await source.summary())
  yield seal('index.csv', await buffer(toCsv(yielding(rows), claim.language)))
  yield seal('index.html', Buffer.from(indexPage(claim, rows, missing)))
  if (missing.length > 0) yield seal('MISSING.txt', Buffer.from(missingList(claim, missing)))
  yield { path: 'SHA256SUMS', content: Buffer.from(`${sums.join('\n')}\n`) }
}

/** The rows, yielding to the event loop from time to time. */
async function* yielding(rows: PartRow[]) {
  for (const [index, row] of rows.entries()) {
    if (index % YIELD_EVERY === 0) await setImmediate()
    yield row
  }
}

/** A line in the format of `sha256sum -c` for binary files. */
const sumLine = (path: string, sha256: string) => `${sha256} *${path}`

function nameOf({ path, named: { receipt } }: Original) {
  return path ?? [paymentDayOf(receipt), receipt.merchant].filter(Boolean).join(' ')
}

const damagedReceipt = ({ language }: ExportedClaim, names: string[]): Missing => ({
  name: [...new Set(names)].filter(Boolean).join(', '),
  reason: words[language].pack.recordDamaged,
})

function missingList({ language }: ExportedClaim, missing: Missing[]) {
  const lines = missing.map(({ name, reason }) => `${name}: ${reason}`)
  // Older versions of Windows Notepad need these line ends.
  return [words[language].pack.missingLead, '', ...lines, ''].join('\r\n')
}

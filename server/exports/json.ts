import { Readable } from 'node:stream'
import { withWarningsIn } from '../claims/claim-views.ts'
import { pickFields } from '../receipts/fields.ts'
import { paymentDayOf, ringgitOf, yearOfAssessment } from '../receipts/model.ts'
import type { ExportedClaim } from './exported-claim.ts'
import type { NamedReceipt } from './named-receipt.ts'

/** Increased when a member is removed, renamed or changes its meaning. New members may be added at any time. */
const SCHEMA = 2

/** A year's claim as one JSON document, with one receipt per line. */
export function toJson(claim: ExportedClaim, receipts: AsyncIterable<NamedReceipt>): Readable {
  const { year, madeOn, examples, language, facts } = claim
  const claims = withWarningsIn(language, claim.summary)
  const head = { schema: SCHEMA, year, madeOn, examples, return: claim.taxReturn, claims, taxpayer: facts }
  const parts = async function* () {
    yield `${JSON.stringify(head).slice(0, -1)},"receipts":[`
    let separator = '\n'
    for await (const named of receipts) {
      yield separator + JSON.stringify(receiptOf(named))
      separator = ',\n'
    }
    yield '\n]}\n'
  }
  return Readable.from(parts(), { objectMode: false })
}

function receiptOf({ receipt, isDamaged, files }: NamedReceipt) {
  return {
    id: receipt.id,
    version: receipt.version,
    example: receipt.example,
    ...(isDamaged && { damaged: true }),
    ...pickFields(receipt, 'json', true),
    paidOn: paymentDayOf(receipt),
    yearOfAssessment: yearOfAssessment(receipt),
    ringgitSen: ringgitOf(receipt),
    confirmedAt: receipt.confirmedAt,
    allocations: receipt.allocations,
    items: receipt.items.map(({ fileId, page, box, ...item }) => item),
    files: files.map(({ file: { sha256, role, type, bytes }, name }) => ({
      name,
      role,
      type,
      bytes,
      sha256,
    })),
  }
}

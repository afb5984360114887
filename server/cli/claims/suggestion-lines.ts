import type { Receipts } from '../../receipts/index.ts'
import { ringgitOf, yearOfAssessment } from '../../receipts/model.ts'
import { groupedRinggit } from '../../ringgit.ts'
import type { ImportResult } from '../import/import-files.ts'
import { printable } from '../output.ts'

/** For each file, what was read and what it may be claimed for, as lines of text. */
export function suggestionLines(
  results: ImportResult[],
  ya: number,
  { suggestionMissing }: Pick<Receipts, 'suggestionMissing'>,
): string[] {
  return results.flatMap((file) => {
    const name = printable(file.name)
    if ('refused' in file) return [`${name}: ${file.refused}`]
    if ('existingId' in file) return [`${name}: a copy of another file`]
    const { receipt } = file
    const amount = ringgitOf(receipt)
    const year = yearOfAssessment(receipt)
    const facts = [
      receipt.merchant ?? 'merchant not read',
      receipt.paidOn ?? receipt.date ?? 'date not read',
      amount === null ? 'amount in ringgit unknown' : `RM ${groupedRinggit(amount)}`,
    ]
    const elsewhere = year !== null && year !== ya ? ` (year of assessment ${year})` : ''
    const head = `${name}: ${printable(facts.join(', '))}${elsewhere}`
    const parts = receipt.suggestion?.parts ?? []
    return [
      head,
      ...(suggestionMissing(receipt) === 'no_law' ? [`    We do not know the law of ${year}.`] : []),
      ...parts.map(({ relief, sen, reason, confidence, question }) => {
        const what = `${relief ?? 'not claimable'} RM ${groupedRinggit(sen)}, ${Math.floor(confidence * 100)}% sure`
        return printable(`    ${what}: ${reason}${question ? ` ${question}` : ''}`)
      }),
    ]
  })
}

import { ringgitOf, yearOfAssessment } from '../../receipts/model.ts'
import type { Taken } from '../import/import-files.ts'
import { ringgit } from './claim-table.ts'

/** What was read of each file and what it may count for, as lines of text. */
export function suggestionLines(taken: Taken[], ya: number): string[] {
  return taken.flatMap((file) => {
    const name = printable(file.name)
    if ('refused' in file) return [`${name}: ${file.refused}`]
    if ('knownAs' in file) return [`${name}: the same file once more`]
    const { receipt } = file
    const amount = ringgitOf(receipt)
    const year = yearOfAssessment(receipt)
    const facts = [
      receipt.merchant ?? 'merchant not read',
      receipt.paidOn ?? receipt.date ?? 'date not read',
      amount === null ? 'amount not known in ringgit' : `RM ${ringgit(amount)}`,
    ]
    const elsewhere = year !== null && year !== ya ? ` (year of assessment ${year})` : ''
    const head = `${name}: ${printable(facts.join(', '))}${elsewhere}`
    const parts = receipt.suggestion?.parts ?? []
    return [
      head,
      ...parts.map(({ relief, sen, reason, confidence, question }) => {
        const what = `${relief ?? 'does not count'} RM ${ringgit(sen)}, ${Math.floor(confidence * 100)}% sure`
        return printable(`    ${what}: ${reason}${question ? ` ${question}` : ''}`)
      }),
    ]
  })
}

/** A file's name or text may hold what a terminal would obey. */
const printable = (text: string) => text.replace(/\p{C}/gu, '?')

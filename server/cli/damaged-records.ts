import { type DamagedRecord, fixOf, nameOf, whyOf } from '../operations/damaged-record.ts'
import { count, print, some } from './output.ts'

const MOST = 50

/** Prints the records of a list that cannot be read, each with its fix. @param what they have in common, for a person */
export function printDamaged(what: string, records: DamagedRecord[]) {
  if (records.length === 0) return
  const are = records.length === 1 ? 'is' : 'are'
  print(`${count(records.length, 'record')} ${are} damaged. ${what}:`)
  const lines = records.map(
    (record) =>
      `${nameOf(record)}${record.userId === null ? '' : ` of ${record.userId}`}: ${whyOf(record)}; ${fixOf(record)}`,
  )
  for (const line of some(lines, MOST)) print(line)
}

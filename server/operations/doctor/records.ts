import { type Finding, failure, fine, warning } from '../../finding.ts'
import { type DamagedRecord, fixOf, isPersonal, nameOf, whyOf } from '../damaged-record.ts'

/** Findings of one kind; more are counted. */
const MOST = 50

/** A finding for each damaged record, by kind. Where people may have lost something it is an error, else a warning. */
export async function checkRecords(
  records: Iterable<DamagedRecord> | AsyncIterable<DamagedRecord>,
): Promise<Finding[]> {
  const byKind = new Map<string, DamagedRecord[]>()
  for await (const record of records) {
    const { kind } = record
    byKind.set(kind, [...(byKind.get(kind) ?? []), record])
  }
  const findings = [...byKind.values()].flatMap(findingsOf)
  return findings.length > 0 ? findings : [fine('every record can be read')]
}

function findingsOf(records: DamagedRecord[]): Finding[] {
  const findings = records.slice(0, MOST).map(findingOf)
  const [more] = records.slice(MOST)
  if (!more) return findings
  const rest = { ...findingOf(more), message: `${records.length - MOST} more: ${more.kind}` }
  return [...findings, rest]
}

function findingOf(record: DamagedRecord): Finding {
  const whose = record.userId === null ? '' : ` of ${record.userId}`
  const message = `${nameOf(record)}${whose}: ${whyOf(record)}`
  return (isPersonal(record) ? failure : warning)(message, fixOf(record))
}

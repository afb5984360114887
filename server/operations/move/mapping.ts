import { OperationError, type Owner } from '../ports.ts'

/** The new `sub` of each local user, by local id. */
export type Mapping = ReadonlyMap<string, string>

const HEADER = 'local-user,cognito-sub'
const LONGEST_SUB = 255

/**
 * Reads lines of `local-user,cognito-sub`. A local user is an e-mail address or id. Accepts a header, blank lines, quotes and
 * the byte order mark of spreadsheets.
 * @param owners everybody who may be named
 * @throws OperationError that lists every wrong line
 */
export function readMapping(csv: string, owners: Owner[]): Mapping {
  const mapping = new Map<string, string>()
  const takenBy = new Map<string, number>()
  const problems: string[] = []
  for (const [index, line] of csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n|\r/)
    .entries()) {
    if (line.trim() === '' || line.replace(/["\s]/g, '').toLowerCase() === HEADER) continue
    const at = index + 1
    const fields = fieldsOf(line)
    const problem = fields ? add(fields, at) : 'a quote is not closed'
    if (problem) problems.push(`line ${at}: ${problem}`)
  }
  if (problems.length > 0) throw new OperationError(['The mapping has problems:', ...problems].join('\n  '))
  return mapping

  function add(fields: string[], at: number): string | undefined {
    const [user = '', sub = ''] = fields
    if (fields.length !== 2) return `has ${fields.length} fields; it must be ${HEADER}`
    if (!user) return 'the local user is missing'
    if (!sub) return `the cognito-sub of ${user} is missing`
    if (/[\s\p{C}]/u.test(sub) || sub.includes('@') || sub.length > LONGEST_SUB) return `${sub} is no sub`
    const owner = owners.find(({ userId, email }) => userId === user || email === user.toLowerCase())
    if (!owner) return `${user} has nothing here`
    if (mapping.has(owner.userId)) return `${user} was named before`
    const earlier = takenBy.get(sub)
    if (earlier !== undefined) return `${sub} is the sub of line ${earlier} already`
    mapping.set(owner.userId, sub)
    takenBy.set(sub, at)
    return undefined
  }
}

/** One line of RFC 4180; undefined when a quote is not closed. */
function fieldsOf(line: string): string[] | undefined {
  const fields: string[] = []
  let rest = line
  for (;;) {
    const found = /^\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*(,|$)/.exec(rest)
    if (!found) return undefined
    const [whole, quoted, plain, end] = found
    fields.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    if (end === '') return fields
    rest = rest.slice(whole.length)
  }
}

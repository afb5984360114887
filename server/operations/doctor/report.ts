import type { Examined } from './examine.ts'
import type { State } from './finding.ts'
import type { Variable } from './variables.ts'

export interface Report {
  /** Which part is made of what; null where the configuration is broken. */
  shape: { identity: string; storage: string; reader: string } | null
  variables: Variable[]
  findings: Examined[]
}

const SIGNS: Record<State, string> = { fine: 'fine', warning: 'WARNING', broken: 'BROKEN' }
const WIDTH = Math.max(...Object.values(SIGNS).map((sign) => sign.length))

export const countOf = (findings: Examined[], state: State) =>
  findings.filter((finding) => finding.state === state).length

export function toJson(report: Report): string {
  const { findings } = report
  const summary = {
    fine: countOf(findings, 'fine'),
    warning: countOf(findings, 'warning'),
    broken: countOf(findings, 'broken'),
  }
  return JSON.stringify({ ...report, summary }, null, 2)
}

export function toText({ shape, variables, findings }: Report): string {
  const lines: string[] = []
  if (shape) lines.push(`identity ${shape.identity}, storage ${shape.storage}, reader ${shape.reader}`, '')
  for (const { name, value, from, hidden } of variables) {
    lines.push(`  ${name}=${value}  (${from}${hidden === undefined ? '' : `; hides ${hidden} in .env`})`)
  }
  for (const [topic, group] of Map.groupBy(findings, (finding) => finding.topic)) {
    lines.push('', topic)
    for (const { state, said, mend } of group) {
      lines.push(`  ${SIGNS[state].padEnd(WIDTH)}  ${said}`)
      if (mend) lines.push(`  ${' '.repeat(WIDTH)}  -> ${mend}`)
    }
  }
  const count = (state: State) => `${countOf(findings, state)} ${state}`
  lines.push('', `${count('fine')}, ${count('warning')}, ${count('broken')}`)
  return lines.join('\n').replace(/^\n/, '')
}

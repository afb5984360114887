import type { Severity } from '../../finding.ts'
import type { Examined } from './examine.ts'
import type { Variable } from './variables.ts'

export interface Report {
  /** Which adapter each part uses; null when the configuration is invalid. */
  shape: { identity: string; storage: string; reader: string } | null
  variables: Variable[]
  findings: Examined[]
}

const LABELS: Record<Severity, string> = { ok: 'ok', warning: 'WARNING', error: 'ERROR' }
const WIDTH = Math.max(...Object.values(LABELS).map((label) => label.length))

export const countOf = (findings: Examined[], severity: Severity) =>
  findings.filter((finding) => finding.severity === severity).length

export function toJson(report: Report): string {
  const { findings } = report
  const summary = {
    ok: countOf(findings, 'ok'),
    warning: countOf(findings, 'warning'),
    error: countOf(findings, 'error'),
  }
  return JSON.stringify({ ...report, summary }, null, 2)
}

export function toText({ shape, variables, findings }: Report): string {
  const lines: string[] = []
  if (shape) lines.push(`identity ${shape.identity}, storage ${shape.storage}, reader ${shape.reader}`, '')
  for (const { name, value, from, hidden } of variables) {
    lines.push(`  ${name}=${value}  (${from}${hidden === undefined ? '' : `; overrides ${hidden} in .env`})`)
  }
  for (const [topic, group] of Map.groupBy(findings, (finding) => finding.topic)) {
    lines.push('', topic)
    for (const { severity, message, fix } of group) {
      lines.push(`  ${LABELS[severity].padEnd(WIDTH)}  ${message}`)
      if (fix) lines.push(`  ${' '.repeat(WIDTH)}  -> ${fix}`)
    }
  }
  const count = (severity: Severity) => `${countOf(findings, severity)} ${severity}`
  lines.push('', `${count('ok')}, ${count('warning')}, ${count('error')}`)
  return lines.join('\n').replace(/^\n/, '')
}

import { IconAlertTriangle } from '@tabler/icons-react'
import type { ClaimWarning } from '../../../../server/api-types.ts'
import type { Head } from './head.ts'
import { codesOf } from './lines.ts'
import styles from './relief-detail.module.css'

/** What is about the facts; the rest is about receipts, and stands with the year. */
const ABOUT_FACTS: ReadonlySet<ClaimWarning['code']> = new Set([
  'set_aside',
  'wife_only',
  'parents_abroad',
  'facts_missing',
  'spouse_payments',
  'child_open',
])

/** What of a relief the law excludes on the given facts, or they leave open, and why. */
export function SetAside({ head, warnings }: { head: Head; warnings: readonly ClaimWarning[] }) {
  const codes = new Set(head.line ? codesOf(head.line) : [head.code])
  const found = warnings.filter(
    ({ code, reliefs }) => ABOUT_FACTS.has(code) && reliefs.some((relief) => codes.has(relief)),
  )
  return found.map(({ code, message }) => (
    <p key={code + message} className={styles.aside}>
      <IconAlertTriangle size={20} stroke={1.7} aria-hidden />
      <span>{message}</span>
    </p>
  ))
}

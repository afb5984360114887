import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ClaimLine, Claims, Reliefs } from '../../../../../server/api-types.ts'
import { claimsQuery } from '../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Bar } from '../../../ui/relief-bar.tsx'
import styles from './decide.module.css'
import { countedByRelief, type Part } from './parts.ts'

const bold = (chunks: ReactNode) => <b>{chunks}</b>

/** For each relief the parts count for: its limit, what is left now and then. */
export function LimitsAfter({ parts, year }: { parts: Part[]; reliefs: Reliefs; year: number }) {
  const t = useTranslations('check.suggestion')
  const { shortMoney, nameOf } = useFormats()
  const { data: claims } = useQuery(claimsQuery(year))
  if (!claims) return null
  const limits = [...countedByRelief(parts)].flatMap(([code, sen]) => {
    const line = binding(claims, code)
    return line ? [{ line, sen }] : []
  })
  return (
    <div className={styles.limits}>
      {limits.map(({ line, sen }) => {
        const { limitSen, remainingSen } = line
        const after = Math.max(0, remainingSen - sen)
        return (
          <div key={line.code} className={styles.limit}>
            <Bar usedSen={limitSen - remainingSen} suggestedSen={sen} limitSen={limitSen} />
            <div className={styles.limitLine}>
              <span>{t('limit', { relief: nameOf(line.shortName), limit: shortMoney(limitSen) })}</span>
              <span>
                {t.rich('left', { b: bold, left: shortMoney(remainingSen), after: shortMoney(after) })}
              </span>
            </div>
          </div>
        )
      })}
    </div>
  )
}

type Limited = ClaimLine & { limitSen: number; remainingSen: number }

/** The line of a code, or the nearest one above it that has a limit. */
function binding({ reliefs }: Claims, code: string): Limited | undefined {
  const search = (lines: readonly ClaimLine[], above: Limited | undefined): Limited | undefined => {
    for (const line of lines) {
      const own = isLimited(line) ? line : above
      if (line.code === code) return own
      const found = search(line.children, own)
      if (found) return found
    }
    return undefined
  }
  return search(reliefs, undefined)
}

const isLimited = (line: ClaimLine): line is Limited => line.limitSen !== null && line.remainingSen !== null

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Receipt } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './decide.module.css'
import { LimitsAfter } from './limits-after.tsx'
import { PartRow } from './part-row.tsx'
import { type Part, wholeAs } from './parts.ts'

const ReliefPicker = lazy(async () => ({ default: (await import('./relief-picker.tsx')).ReliefPicker }))
const Split = lazy(async () => ({ default: (await import('./split.tsx')).Split }))

export interface DecideProps {
  receipt: Receipt
  parts: Part[]
  onChange(parts: Part[]): void
  /** Lights the lines a part stands for on the picture. */
  onFocusItems(items: number[]): void
}

/** What a receipt counts for: the suggestion as sentences with reasons, and every way to say otherwise. */
export function Decide({ receipt, parts, onChange, onFocusItems }: DecideProps) {
  const t = useTranslations('check.suggestion')
  const [dialog, setDialog] = useState<'picker' | 'split' | null>(null)
  const year = receipt.yearOfAssessment
  const isLawKnown = year !== null && receipt.suggestionMissing !== 'no_law'
  const { data: reliefs, error, refetch } = useQuery({ ...reliefsQuery(year ?? 0), enabled: isLawKnown })
  const totalSen = receipt.currency === 'MYR' ? receipt.totalSen : receipt.myrSen
  if (year === null) return <p className="soft">{t('noDay')}</p>
  if (receipt.suggestionMissing === 'no_law')
    return <p className="soft">{t('noLaw', { year: String(year) })}</p>
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (totalSen === null)
    return <p className="soft">{t(receipt.currency === null ? 'noCurrency' : 'noTotal')}</p>
  if (!reliefs) return null

  const replace = (part: Part) => onChange(parts.map((one) => (one.key === part.key ? part : one)))
  const close = () => setDialog(null)
  return (
    <section className={styles.decide} aria-label={t('title')}>
      {parts.map((part) => (
        <PartRow
          key={part.key}
          part={part}
          receipt={receipt}
          reliefs={reliefs}
          onChange={replace}
          onFocus={() => onFocusItems(part.items)}
        />
      ))}
      <LimitsAfter parts={parts} reliefs={reliefs} year={year} />
      <div className={styles.ways}>
        <button type="button" className={styles.way} onClick={() => setDialog('picker')}>
          {t('another')}
        </button>
        <button type="button" className={styles.way} onClick={() => setDialog('split')}>
          {t('split')}
        </button>
        <button type="button" className={styles.way} onClick={() => onChange(wholeAs(null, totalSen))}>
          {t('none')}
        </button>
      </div>
      <Suspense>
        {dialog === 'picker' && (
          <ReliefPicker
            reliefs={reliefs}
            onClose={close}
            onPick={(relief) => {
              onChange(wholeAs(relief, totalSen))
              close()
            }}
          />
        )}
        {dialog === 'split' && (
          <Split
            receipt={receipt}
            totalSen={totalSen}
            parts={parts}
            reliefs={reliefs}
            onClose={close}
            onApply={(split) => {
              onChange(split)
              close()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

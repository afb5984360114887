import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ClaimWarning, Reliefs } from '../../../../server/api-types.ts'
import { reliefGuideQuery } from '../../api/reliefs.ts'
import { useFormats, useLanguage, useTranslations } from '../../i18n/index.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Bar } from '../../ui/relief-bar.tsx'
import { useYear } from '../../ui/use-year.ts'
import { DetailHeader } from './detail-header.tsx'
import { Guide } from './guide.tsx'
import { type Head, takesReceipts } from './head.ts'
import { spendableOf } from './lines.ts'
import { ReceiptsBehind } from './receipts-behind.tsx'
import { Recurring } from './recurring.tsx'
import styles from './relief-detail.module.css'
import { Section } from './section.tsx'
import { SetAside } from './set-aside.tsx'
import { WhatIf } from './what-if.tsx'
import { Within } from './within.tsx'

interface Props {
  head: Head
  /** Those of the year. */
  warnings: readonly ClaimWarning[]
  reliefs: Reliefs
  incomeKnown: boolean
  /** The last day the papers of the year must be kept. */
  keepUntil: string | undefined
}

/** One relief: what is left, what more would save, what the law says, what to keep, and the receipts behind it. */
export function ReliefDetail({ head, warnings, reliefs, incomeKnown, keepUntil }: Props) {
  const t = useTranslations('reliefs')
  const common = useTranslations('common')
  const year = useYear()
  const { language } = useLanguage()
  const { nameOf, shortMoney } = useFormats()
  const title = useRef<HTMLHeadingElement>(null)
  const { code, allowedSen, limitSen, remainingSen, line } = head
  const guide = useQuery(reliefGuideQuery(year, code, language))
  const spendable = line && spendableOf(line, reliefs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another relief was opened
  useEffect(() => title.current?.focus({ preventScroll: true }), [code])
  return (
    <section className={styles.detail} aria-labelledby="relief-title" data-second-level>
      <DetailHeader year={year} />
      <div className={styles.head}>
        <h1 id="relief-title" ref={title} tabIndex={-1} className="page-title">
          {nameOf(head.shortName)}
        </h1>
        {remainingSen !== null && limitSen !== null && (
          <b className="money">
            {remainingSen > 0 ? common('left', { amount: shortMoney(remainingSen) }) : common('full')}
          </b>
        )}
      </div>
      <div className={styles.used}>
        {limitSen !== null && (
          <Bar usedSen={allowedSen} suggestedSen={head.suggestedSen} limitSen={limitSen} />
        )}
        <Section head={head} guide={guide.data} />
      </div>
      <SetAside head={head} warnings={warnings} />
      {line?.alternativeUsed && <p>{t('setAside')}</p>}
      {line?.blockedByYear != null && <p>{t('blockedByYear', { year: String(line.blockedByYear) })}</p>}
      {spendable && <WhatIf on={spendable} incomeKnown={incomeKnown} />}
      {guide.error && <ProblemNotice error={guide.error} onRetry={() => void guide.refetch()} />}
      {guide.data && <Guide guide={guide.data} keepUntil={keepUntil} />}
      {line && line.children.length > 0 && <Within lines={line.children} reliefs={reliefs} />}
      {takesReceipts(code, reliefs) && <Recurring head={head} />}
      {takesReceipts(code, reliefs) && <ReceiptsBehind code={code} />}
    </section>
  )
}

import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ClaimLine, Claims, Reliefs } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { IconLink } from '../../ui/icon-link.tsx'
import { Bar } from '../../ui/relief-bar.tsx'
import { findRelief } from '../../ui/relief-names.ts'
import { suggestedSen } from './lines.ts'
import { ReceiptsBehind } from './receipts-behind.tsx'
import styles from './relief-detail.module.css'

interface Props {
  line: ClaimLine
  claims: Claims
  reliefs: Reliefs
  /** The last day the papers of the year must be kept. */
  keepUntil: string | undefined
}

/** One relief: what is left, what the law says, what to keep, and the receipts behind it. */
export function ReliefDetail({ line, claims, reliefs, keepUntil }: Props) {
  const t = useTranslations('reliefs')
  const common = useTranslations('common')
  const { nameOf, shortMoney, shortDay } = useFormats()
  const title = useRef<HTMLHeadingElement>(null)
  const { code, allowedSen, limitSen, remainingSen, section, blockedByYear } = line
  const relief = findRelief(reliefs, code)
  const conditions: readonly string[] = relief && 'conditions' in relief ? relief.conditions : []
  // biome-ignore lint/correctness/useExhaustiveDependencies: another relief was opened
  useEffect(() => title.current?.focus({ preventScroll: true }), [code])
  return (
    <section className={styles.detail} aria-labelledby="relief-title">
      <IconLink to="/app/reliefs" className={styles.back} aria-label={common('back')}>
        <IconArrowLeft size={24} stroke={1.8} aria-hidden />
      </IconLink>
      <div className={styles.head}>
        <h1 id="relief-title" ref={title} tabIndex={-1} className="page-title">
          {nameOf(line.shortName)}
        </h1>
        {remainingSen !== null && <b>{common('left', { amount: shortMoney(remainingSen) })}</b>}
      </div>
      {limitSen !== null && (
        <Bar usedSen={allowedSen} suggestedSen={suggestedSen(line)} limitSen={limitSen} />
      )}
      <p className="soft">
        {limitSen === null
          ? t('noLimit', { used: shortMoney(allowedSen) })
          : t('counts', { used: shortMoney(allowedSen), limit: shortMoney(limitSen) })}
        . {nameOf(line)}.
      </p>
      <p className="note">{t('section', { section })}</p>
      {blockedByYear !== null && <p>{t('blockedByYear', { year: String(blockedByYear) })}</p>}
      {conditions.length > 0 && (
        <>
          <h2 className={styles.sub}>{t('conditions')}</h2>
          <ul className={styles.conditions}>
            {conditions.map((condition) => (
              <li key={condition}>
                <IconCheck size={18} stroke={1.8} aria-hidden />
                {condition}
              </li>
            ))}
          </ul>
        </>
      )}
      {keepUntil && (
        <p>
          <b>{t('keep')}.</b> {t('keepText', { day: shortDay(keepUntil) })}
        </p>
      )}
      <ReceiptsBehind line={line} claims={claims} />
    </section>
  )
}

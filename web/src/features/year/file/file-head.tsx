import { IconArrowLeft } from '@tabler/icons-react'
import type { TaxReturn } from '../../../../../server/api-types.ts'
import { today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { IconLink } from '../../../ui/icon-link.tsx'
import styles from './file.module.css'
import { shownLines } from './lines.ts'

/** Back to the year, until when, and how far one is. */
export function FileHead({ taxReturn }: { taxReturn: TaxReturn }) {
  const t = useTranslations('file')
  const common = useTranslations('common')
  const lines = shownLines(taxReturn, false)
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <IconLink to="/app/year" className={styles.back} aria-label={common('back')}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <p className={styles.due}>
          <DueText taxReturn={taxReturn} />
        </p>
      </div>
      <div className={styles.title}>
        <h1 className="page-title">{t('title', { year: String(taxReturn.year) })}</h1>
        <p className={styles.done}>
          {t('done', {
            done: String(lines.filter(({ isEntered }) => isEntered).length),
            total: String(lines.length),
          })}
        </p>
      </div>
      {taxReturn.draft && <p className="soft">{t('draft', { year: String(taxReturn.year) })}</p>}
      <div className={styles.segments} aria-hidden="true">
        {lines.map(({ code, isEntered }) => (
          <span key={code} data-done={isEntered || undefined} />
        ))}
      </div>
    </header>
  )
}

/** "Due 30 Apr 2026, by e-Filing 15 May 2026", or that it is over. */
export function DueText({ taxReturn }: { taxReturn: TaxReturn }) {
  const t = useTranslations('file')
  const { shortDay } = useFormats()
  const { dueOn, eFilingUntil, filedOn } = taxReturn
  if (filedOn) return t('filed.title', { day: shortDay(filedOn) })
  if (eFilingUntil < today()) return t('dueLate', { day: shortDay(eFilingUntil) })
  return t('due', { due: shortDay(dueOn), eFiling: shortDay(eFilingUntil) })
}

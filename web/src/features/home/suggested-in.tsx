import { useQuery } from '@tanstack/react-query'
import type { QueuedReceipt } from '../../../../server/api-types.ts'
import { reliefsQuery } from '../../api/queries.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { findRelief } from '../../ui/relief-names.ts'
import { useIsLawKnown } from '../../ui/use-is-law-known.ts'
import { useYear } from '../../ui/use-year.ts'
import styles from './to-check.module.css'

/** What a receipt may count for, or counts for where that is decided, and what about it needs eyes. */
export function SuggestedIn({ receipt }: { receipt: QueuedReceipt }) {
  const t = useTranslations('home')
  const year = useYear()
  const { exactMoney, nameOf } = useFormats()
  const ofYear = receipt.yearOfAssessment ?? year
  const isLawKnown = useIsLawKnown(ofYear)
  const { data: reliefs } = useQuery({ ...reliefsQuery(ofYear), enabled: isLawKnown !== false })
  const parts = receipt.allocations.length > 0 ? receipt.allocations : receipt.suggested
  const first = parts.find(({ relief }) => relief !== null)
  const relief = first?.relief && reliefs && findRelief(reliefs, first.relief)
  const reason = receipt.reasons.find((one) => one !== 'check')
  return (
    <div className={styles.suggested}>
      <p>
        {isLawKnown === false
          ? t('lawUnknown', { year: String(ofYear) })
          : first && relief
            ? t('suggestedAs', { amount: exactMoney(first.sen), relief: nameOf(relief.shortName) })
            : t('nothingSuggested')}
      </p>
      {reason && (
        <p className={styles.reason}>
          <span className={styles.dot} aria-hidden="true" /> {t(`reason.${reason}`)}
        </p>
      )}
    </div>
  )
}

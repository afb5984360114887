import { CloseButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslations } from '../../../i18n/index.ts'
import styles from './chosen-bar.module.css'
import type { Report } from './use-bulk-actions.ts'
import { useRefusalText } from './use-refusal-text.ts'

/** What became of the chosen receipts, where that is more than the undo bar says: each one left alone, and why. */
export function BulkReport({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useTranslations('receipts')
  const reasonOf = useRefusalText()
  const { done, refused } = report
  return (
    <section className={styles.report} role="status" aria-label={t('report')}>
      <div>
        {done && <p>{done}</p>}
        {refused.length > 0 && <p className={styles.left}>{t('refused', { count: refused.length })}</p>}
        <ul>
          {refused.map(({ receipt: { id, merchant }, problem }) => (
            <li key={id}>
              <Link to="/app/receipts/$id" params={{ id }}>
                {merchant ?? t('noShop')}
              </Link>
              : {reasonOf(problem)}
            </li>
          ))}
        </ul>
      </div>
      <CloseButton size={44} aria-label={t('closeReport')} onClick={onClose} />
    </section>
  )
}

import type { ErasureTerms } from '../../../api/account.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './erase-dialog.module.css'

const WHAT = ['receipts', 'files', 'taxYears', 'statements', 'merchants'] as const

/** What is erased, what the law and the storage keep and until when, and what others may still have. */
export function Terms({ terms }: { terms: ErasureTerms }) {
  const t = useTranslations('account.erase')
  const { shortDay } = useFormats()
  const { erases, retainUntil, lockedUntil, hasSignIn } = terms
  return (
    <div className={styles.terms}>
      <p>{t('goes')}</p>
      <ul className={styles.list}>
        {WHAT.map((what) => {
          const count = erases[what] ?? 0
          return count > 0 && <li key={what}>{t(`what.${what}`, { count })}</li>
        })}
        <li>{hasSignIn ? t('account') : t('accountElsewhere')}</li>
      </ul>
      {retainUntil && (
        <p className={styles.duty}>
          {t('keep', { count: erases.receiptsToKeep ?? 0, day: shortDay(retainUntil) })}
        </p>
      )}
      {lockedUntil && <p>{t('locked', { day: shortDay(lockedUntil) })}</p>}
      <p className="soft">{t('backups')}</p>
    </div>
  )
}

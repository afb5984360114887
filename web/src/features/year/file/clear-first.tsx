import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Claims } from '../../../../../server/api-types.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { countToClear, toClear } from '../overview/to-clear.ts'
import styles from './file.module.css'

/** Whether anything should be cleared before filing; the year says what. */
export function ClearFirst({ claims }: { claims: Claims }) {
  const t = useTranslations('file.clear')
  const count = countToClear(toClear(claims))
  return (
    <p className={styles.clear} data-open={count > 0 || undefined}>
      {count === 0 ? (
        <>
          <IconCheck size={20} stroke={2} aria-hidden /> {t('none')}
        </>
      ) : (
        <>
          <IconAlertTriangle size={20} stroke={1.7} aria-hidden />
          <Link to="/app/year" hash="warnings">
            {t('some', { count })}
          </Link>
        </>
      )}
    </p>
  )
}

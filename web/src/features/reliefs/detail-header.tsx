import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslations } from '../../i18n/index.ts'
import styles from './relief-detail.module.css'

/** On a phone: back to the list, and the year in which one is. */
export function DetailHeader({ year }: { year: number }) {
  const t = useTranslations('reliefs')
  return (
    <div className={styles.header}>
      <Link to="/app/reliefs" className={styles.back}>
        <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        {t('title')}
      </Link>
      <span className="soft">{year}</span>
    </div>
  )
}

import { IconX } from '@tabler/icons-react'
import type { QueuedReceipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import { IconLink } from '../../ui/icon-link.tsx'
import { Segments } from '../../ui/segments.tsx'
import styles from './check.module.css'

interface Props {
  sitting: QueuedReceipt[]
  shown: string
  isOpen(id: string): boolean
}

/** Close, how far one is, and "1 of 3". On a phone it takes the place of the navigation. */
export function CheckHeader({ sitting, shown, isOpen }: Props) {
  const t = useTranslations('check')
  const common = useTranslations('common')
  const at = sitting.findIndex(({ id }) => id === shown)
  return (
    <header className={styles.header}>
      <IconLink to="/" aria-label={common('close')}>
        <IconX size={24} stroke={1.8} aria-hidden />
      </IconLink>
      <Segments
        parts={sitting.slice(0, 20).map(({ id }) => ({ id, isAnswered: !isOpen(id) }))}
        current={shown}
      />
      <p className={styles.position}>
        {t('position', { current: String(Math.max(0, at) + 1), total: String(Math.max(1, sitting.length)) })}
      </p>
    </header>
  )
}

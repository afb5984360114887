import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import type { QueuedReceipt } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { IconLink } from '../../ui/icon-link.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './queue-rail.module.css'

interface Props {
  sitting: QueuedReceipt[]
  shown: string
  isOpen(id: string): boolean
  onOpen(id: string): void
}

/** On a desk: the whole queue at the left. */
export function QueueRail({ sitting, shown, isOpen, onOpen }: Props) {
  const t = useTranslations('check')
  const keys = useTranslations('common.keys')
  const { exactMoney, dayOfYear } = useFormats()
  const done = sitting.filter(({ id }) => !isOpen(id)).length
  return (
    <aside className={styles.rail} aria-label={t('title')}>
      <div className={styles.head}>
        <IconLink to="/" aria-label={t('toHome')}>
          <IconArrowLeft size={22} stroke={1.8} aria-hidden />
        </IconLink>
        <b>{t('title')}</b>
        <span className="soft">{t('done', { done: String(done), total: String(sitting.length) })}</span>
      </div>
      <ul className={styles.list}>
        {sitting.map((receipt) => {
          const { id, merchant, paidOn, totalSen, currency } = receipt
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.row}
                aria-current={id === shown}
                onClick={() => onOpen(id)}
              >
                <Thumbnail receipt={receipt} />
                <span className={styles.what}>
                  <b>{merchant ?? t('fields.missing')}</b>
                  {isOpen(id) ? (
                    <span className="soft">
                      {[paidOn && dayOfYear(paidOn), totalSen !== null && exactMoney(totalSen, currency)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  ) : (
                    <IconCheck className={styles.tick} size={18} stroke={2} aria-hidden />
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className={styles.keys}>
        <kbd>j</kbd> <kbd>k</kbd> {keys('move')} <kbd>?</kbd> {keys('open')}
      </p>
    </aside>
  )
}

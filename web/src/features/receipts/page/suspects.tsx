import { IconCopy } from '@tabler/icons-react'
import type { Receipt } from '../../../../../server/api-types.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import styles from './receipt-sheet.module.css'

/** Says that the receipt may be here twice, and leads to the comparison. */
export function Suspects({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page.suspects')
  const count = receipt.duplicateSuspects.length
  if (count === 0 || receipt.trashedAt !== null || receipt.damaged) return null
  return (
    <section className={styles.notice} aria-label={t('title')}>
      <p>
        <b>{t('title')}</b> {t('text', { count })}
      </p>
      <LinkButton
        to="/app/receipts/$id/duplicates"
        params={{ id: receipt.id }}
        look="outline"
        height={44}
        icon={<IconCopy size={20} stroke={1.7} aria-hidden />}
      >
        {t('compare')}
      </LinkButton>
    </section>
  )
}

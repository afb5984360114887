import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { bytesOf, type QueueEntry } from '../../offline/queue-entry.ts'
import { useUploadQueue } from '../../offline/queue-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { LocalPicture } from './local-picture.tsx'
import { Ring } from './ring.tsx'
import styles from './snap.module.css'

const bold = (chunks: ReactNode) => <b>{chunks}</b>

/** A file that is at the server already, with the receipt it belongs to. */
export function KnownRow({ upload }: { upload: QueueEntry }) {
  const t = useTranslations('snap')
  const { shortDay } = useFormats()
  const queue = useUploadQueue()
  const { id, receiptId, known } = upload
  return (
    <li className={styles.row} data-state="known">
      <LocalPicture upload={upload} />
      <div className={styles.card}>
        <p>
          {known?.merchant && known.paidOn
            ? t.rich('knownAs', { b: bold, shop: known.merchant, day: shortDay(known.paidOn) })
            : t.rich('known', { b: bold })}{' '}
          {receiptId && (
            <Link to="/app/receipts/$id" params={{ id: receiptId }}>
              {t('knownOpen')}
            </Link>
          )}
        </p>
        <Ring state="known" />
        <div className={styles.below}>
          {bytesOf(upload) > 0 && (
            <Button look="tonal" height={44} onClick={() => void queue?.sendKnown(id)}>
              {t('knownSend')}
            </Button>
          )}
          <Button look="text" height={44} onClick={() => void queue?.dismiss(id)}>
            {t('refused.remove')}
          </Button>
        </div>
      </div>
    </li>
  )
}

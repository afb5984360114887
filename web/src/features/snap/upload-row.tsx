import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { receiptQuery } from '../../api/queries.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { useUploadQueue } from '../../offline/queue-provider.tsx'
import type { QueueEntry } from '../../offline/upload-queue.ts'
import { Button } from '../../ui/button.tsx'
import { LocalPicture } from './local-picture.tsx'
import { Ring } from './ring.tsx'
import styles from './snap.module.css'

const REFUSALS = [
  'file_too_large',
  'file_unsupported',
  'file_damaged',
  'file_empty',
  'too_many_pages',
  'too_many_pixels',
  'file_not_evidence',
] as const

const bold = (chunks: ReactNode) => <b>{chunks}</b>

/** A receipt on its way: picture, state in words, a ring at the right. */
export function UploadRow({ upload, isOnline }: { upload: QueueEntry; isOnline: boolean }) {
  const t = useTranslations('snap')
  const { bytes, exactMoney, longDay } = useFormats()
  const queue = useUploadQueue()
  const { id, state, receiptId, pages, progress, problem } = upload
  const isAtServer = receiptId !== null && (state === 'reading' || state === 'done')
  const { data: receipt } = useQuery({
    ...receiptQuery(receiptId ?? ''),
    enabled: isAtServer,
    refetchInterval: ({ state: query }) => (query.data && !query.data.reading ? false : 1_500),
  })
  const isRead = receipt !== undefined && !receipt.reading
  useEffect(() => {
    if (isRead && receiptId !== null) void queue?.markRead(receiptId)
  }, [isRead, receiptId, queue])

  const size = pages.reduce((sum, { blob }) => sum + blob.size, 0)
  if (state === 'refused') {
    const known = REFUSALS.find((code) => code === problem?.code)
    return (
      <li className={styles.row} data-state="refused">
        <LocalPicture upload={upload} />
        <div role="alert">
          <b>{t('refused.title')}</b>
          <p className="soft">
            {known ? t(`refused.${known}`) : t('refused.other', { detail: problem?.detail ?? '' })}
          </p>
          <div className={styles.choices}>
            <Button look="tonal" height={44} onClick={() => void queue?.retry(id)}>
              {t('refused.retry')}
            </Button>
            <Button look="text" height={44} onClick={() => void queue?.dismiss(id)}>
              {t('refused.remove')}
            </Button>
          </div>
        </div>
        <Ring state="refused" />
      </li>
    )
  }
  if (state === 'known') {
    return (
      <li className={styles.row} data-state="known">
        <LocalPicture upload={upload} />
        <div>
          <p>
            {t.rich('known', { b: bold })}{' '}
            {receiptId && (
              <Link to="/app/receipts/$id" params={{ id: receiptId }}>
                {t('knownOpen')}
              </Link>
            )}
          </p>
          {size > 0 && (
            <div className={styles.choices}>
              <Button look="tonal" height={44} onClick={() => void queue?.sendKnown(id)}>
                {t('knownSend')}
              </Button>
              <Button look="text" height={44} onClick={() => void queue?.dismiss(id)}>
                {t('refused.remove')}
              </Button>
            </div>
          )}
        </div>
        <Ring state="known" />
      </li>
    )
  }
  if (isRead) {
    const { merchant, paidOn, totalSen, currency } = receipt
    return (
      <li className={styles.row} data-state="done">
        <LocalPicture upload={upload} />
        <div>
          <Link to="/app/check/{-$id}" params={{ id: receipt.id }} className={styles.name}>
            {merchant ?? t('noShop')}
          </Link>
          <p className="soft">
            {[paidOn && longDay(paidOn), totalSen !== null && exactMoney(totalSen, currency)]
              .filter(Boolean)
              .join(', ')}
          </p>
          <p className={styles.ready}>
            {t(receipt.status === 'unreadable' ? 'state.unreadable' : 'state.ready')}
          </p>
        </div>
        <Ring state="done" />
      </li>
    )
  }
  const title =
    state === 'sending'
      ? t('state.sending', { percent: String(Math.round(progress * 100)) })
      : state === 'waiting'
        ? t(isOnline ? 'state.queued' : 'state.waiting')
        : t('state.reading')
  return (
    <li className={styles.row} data-state={state}>
      <LocalPicture upload={upload} />
      <div role="status">
        <b>{title}</b>
        <p className="soft">
          {isAtServer ? t('state.readingText') : t('pages', { count: pages.length, size: bytes(size) })}
        </p>
      </div>
      <Ring state={isAtServer ? 'reading' : state === 'sending' ? 'sending' : 'waiting'} share={progress} />
    </li>
  )
}

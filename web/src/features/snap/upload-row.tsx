import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { Problem } from '../../api/problem.ts'
import { receiptQuery } from '../../api/queries.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { bytesOf, type QueueEntry } from '../../offline/queue-entry.ts'
import { useUploadQueue } from '../../offline/queue-provider.tsx'
import { useWaitingText } from '../../ui/being-read.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PictureProblems } from '../../ui/picture-problems.tsx'
import { isLocked } from '../../ui/unlock.tsx'
import { KnownRow } from './known-row.tsx'
import { LocalPicture } from './local-picture.tsx'
import { LockedRow } from './locked-row.tsx'
import { RefusedRow } from './refused-row.tsx'
import { Ring } from './ring.tsx'
import styles from './snap.module.css'
import { UnreadableRow } from './unreadable-row.tsx'

/** The stream of changes says sooner when a receipt has been read; this is for where there is none. */
const POLL_MS = 5_000

/** A receipt on its way: picture, state in words, a ring at the right. */
export function UploadRow({ upload, isOnline }: { upload: QueueEntry; isOnline: boolean }) {
  if (upload.state === 'refused') return <RefusedRow upload={upload} />
  if (upload.state === 'known') return <KnownRow upload={upload} />
  if (upload.receiptId !== null && (upload.state === 'reading' || upload.state === 'done'))
    return <ArrivedRow upload={upload} receiptId={upload.receiptId} />
  return <LeavingRow upload={upload} isOnline={isOnline} />
}

/** The server has it: it is being read, or was. */
function ArrivedRow({ upload, receiptId }: { upload: QueueEntry; receiptId: string }) {
  const t = useTranslations('snap')
  const { exactMoney, longDay } = useFormats()
  const queue = useUploadQueue()
  const { data: receipt, error } = useQuery({
    ...receiptQuery(receiptId),
    refetchInterval: ({ state: query }) => (query.data && !query.data.reading ? false : POLL_MS),
  })
  const isRead = receipt !== undefined && !receipt.reading
  const isUnreadable = receipt?.status === 'unreadable'
  const isGone = error instanceof Problem && error.code === 'not_found'
  useEffect(() => {
    if (isRead) void queue?.markRead(receiptId, isUnreadable)
  }, [isRead, isUnreadable, receiptId, queue])
  useEffect(() => {
    if (isGone) void queue?.dismiss(upload.id)
  }, [isGone, upload.id, queue])

  if (!isRead) return <ReadingRow upload={upload} receipt={receipt} />
  if (receipt.status !== 'confirmed' && receipt.totalSen === null && isLocked(receipt))
    return <LockedRow upload={upload} receipt={receipt} />
  if (isUnreadable) return <UnreadableRow upload={upload} receipt={receipt} />
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
        <p className={styles.ready}>{t('state.ready')}</p>
        <PictureProblems receipt={receipt} className="soft" />
      </div>
      <Ring state="done" />
    </li>
  )
}

/** It is being read, waits for its turn, or for the day on which more may be read. */
function ReadingRow({ upload, receipt }: { upload: QueueEntry; receipt: Receipt | undefined }) {
  const t = useTranslations('snap.state')
  const waiting = useWaitingText(receipt?.waiting ?? null)
  const isPut = receipt && receipt.waiting !== null && receipt.waiting.reason !== 'turn'
  return (
    <li className={styles.row} data-state="reading">
      <LocalPicture upload={upload} />
      <div role="status">
        <b>{waiting?.title ?? t('reading')}</b>
        <p className="soft">{waiting?.text ?? t('readingText')}</p>
        {isPut && (
          <div className={styles.typeIn}>
            <LinkButton look="text" height={44} to="/app/check/{-$id}" params={{ id: receipt.id }}>
              {t('type')}
            </LinkButton>
          </div>
        )}
      </div>
      <Ring state={waiting ? 'waiting' : 'reading'} />
    </li>
  )
}

/** It is on this device: it waits, is being sent, or has stopped half-way. */
function LeavingRow({ upload, isOnline }: { upload: QueueEntry; isOnline: boolean }) {
  const t = useTranslations('snap')
  const { bytes, moment } = useFormats()
  const { state, pages, progress, stoppedAt, addedAt, problem } = upload
  const percent = String(Math.round(progress * 100))
  const size = bytes(bytesOf(upload))
  const pageCount = t('pages', { count: pages.length, size })
  const [title, line, ring] =
    state === 'sending'
      ? ([t('state.sending', { percent }), pageCount, 'sending'] as const)
      : stoppedAt !== undefined
        ? ([t('state.stopped', { percent }), t('state.stoppedText', { size }), 'stopped'] as const)
        : ([
            t(isOnline ? 'state.queued' : 'state.waiting'),
            problem
              ? t('state.busy')
              : isOnline
                ? pageCount
                : t('taken', { at: moment(addedAt), pages: pageCount }),
            'waiting',
          ] as const)
  return (
    <li className={styles.row} data-state={state}>
      <LocalPicture upload={upload} />
      <div role="status">
        <b>{title}</b>
        <p className="soft">{line}</p>
      </div>
      <Ring state={ring} share={progress} />
    </li>
  )
}

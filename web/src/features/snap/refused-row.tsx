import { useTranslations } from '../../i18n/index.ts'
import type { QueueEntry } from '../../offline/queue-entry.ts'
import { useUploadQueue } from '../../offline/queue-provider.tsx'
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
  'file_lost',
] as const

/** What happened, where the file is, and what to do. */
export function RefusedRow({ upload }: { upload: QueueEntry }) {
  const t = useTranslations('snap.refused')
  const queue = useUploadQueue()
  const { id, pages, problem } = upload
  const known = REFUSALS.find((code) => code === problem?.code)
  return (
    <li className={styles.row} data-state="refused">
      <LocalPicture upload={upload} />
      <div className={styles.card} role="alert">
        <div>
          <b>{t('title')}</b>
          <p className="note">{pages[0]?.name}</p>
          <p className="soft">{known ? t(known) : t('other', { detail: problem?.detail ?? '' })}</p>
        </div>
        <Ring state="refused" />
        <div className={styles.below}>
          <Button look="tonal" height={44} onClick={() => void queue?.retry(id)}>
            {t('retry')}
          </Button>
          <Button look="text" height={44} onClick={() => void queue?.dismiss(id)}>
            {t('remove')}
          </Button>
        </div>
      </div>
    </li>
  )
}

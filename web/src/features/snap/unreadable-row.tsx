import { IconCamera } from '@tabler/icons-react'
import type { Receipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import type { QueueEntry } from '../../offline/queue-entry.ts'
import { useUploadQueue } from '../../offline/queue-provider.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PictureProblems } from '../../ui/picture-problems.tsx'
import { LocalPicture } from './local-picture.tsx'
import { Ring } from './ring.tsx'
import styles from './snap.module.css'

/** A picture that arrived but shows nothing: a better one is added to the same receipt, or it is typed in. */
export function UnreadableRow({ upload, receipt }: { upload: QueueEntry; receipt: Receipt }) {
  const t = useTranslations('snap.state')
  const queue = useUploadQueue()
  const isRefused = receipt.unreadableReason === 'consolidated'
  return (
    <li className={styles.row} data-state="unreadable">
      <LocalPicture upload={upload} />
      <div className={styles.card} role="status">
        <div>
          <b>{t(isRefused ? 'notEvidence' : 'unreadable')}</b>
          <PictureProblems receipt={receipt} className="soft" />
          {!isRefused && <p className="soft">{t('unreadableText')}</p>}
        </div>
        <Ring state="refused" />
        <div className={styles.below}>
          <FileButton
            look="tonal"
            height={44}
            camera
            icon={<IconCamera size={20} stroke={1.7} aria-hidden />}
            onFiles={([file]) => file && void queue?.addPage(upload.id, file)}
          >
            {t(isRefused ? 'addReceipt' : 'again')}
          </FileButton>
          {!isRefused && (
            <LinkButton look="text" height={44} to="/app/check/{-$id}" params={{ id: receipt.id }}>
              {t('type')}
            </LinkButton>
          )}
        </div>
      </div>
    </li>
  )
}

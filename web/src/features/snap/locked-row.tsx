import type { Receipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import type { QueueEntry } from '../../offline/queue-entry.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Unlock } from '../../ui/unlock.tsx'
import { LocalPicture } from './local-picture.tsx'
import { Ring } from './ring.tsx'
import styles from './snap.module.css'

/** A PDF that arrived and needs its password; without it, it is kept and can be typed in. */
export function LockedRow({ upload, receipt }: { upload: QueueEntry; receipt: Receipt }) {
  const t = useTranslations('snap.state')
  return (
    <li className={styles.row} data-state="locked">
      <LocalPicture upload={upload} />
      <div className={styles.card}>
        <div role="status">
          <b>{t('locked')}</b>
          <p className="soft">{t('lockedText')}</p>
        </div>
        <Ring state="refused" />
        <div className={styles.below}>
          <Unlock receipt={receipt} />
          <LinkButton look="text" height={44} to="/app/check/{-$id}" params={{ id: receipt.id }}>
            {t('type')}
          </LinkButton>
        </div>
      </div>
    </li>
  )
}

import { lazy, Suspense, useState } from 'react'
import type { Profile } from '../../../api/session.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import styles from '../account.module.css'

const EraseDialog = lazy(async () => ({ default: (await import('./erase-dialog.tsx')).EraseDialog }))

export function Erase({ profile }: { profile: Profile }) {
  const t = useTranslations('account.data.erase')
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={styles.action}>
      <span>
        <b>{t('title')}</b>
        <span className={styles.more}>{t('text')}</span>
      </span>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('action')}
      </Button>
      {isOpen && (
        <Suspense>
          <EraseDialog profile={profile} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </li>
  )
}

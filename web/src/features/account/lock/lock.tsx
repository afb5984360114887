import { IconKey, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { type Factors, factorsQuery, hasPasskeys, type Passkey } from '../../../api/factors.ts'
import type { Profile } from '../../../api/session.ts'
import { today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import account from '../account.module.css'
import type { Change } from './change.ts'
import styles from './lock.module.css'

const LockDialog = lazy(async () => ({ default: (await import('./lock-dialog.tsx')).LockDialog }))

const RenamePasskey = lazy(async () => ({
  default: (await import('./rename-passkey.tsx')).RenamePasskey,
}))

/** What the person signs in with besides the password; nothing where another service keeps that. */
export function Lock({ profile }: { profile: Profile }) {
  const t = useTranslations('account.lock')
  const { data: factors, error, refetch } = useQuery(factorsQuery)
  const [change, setChange] = useState<Change | null>(null)
  const [renaming, setRenaming] = useState<Passkey | null>(null)
  if (factors?.here === false) return null
  return (
    <section className={account.part} aria-labelledby="lock">
      <h2 id="lock" className="part-title">
        {t('title')}
      </h2>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !factors && <Loading />}
      {factors && (
        <ul className={account.rows}>
          <App app={factors.authenticatorApp} onChange={setChange} />
          <AddPasskey factors={factors} onChange={setChange} />
          {factors.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onChange={setChange} onRename={setRenaming} />
          ))}
        </ul>
      )}
      {renaming && (
        <Suspense>
          <RenamePasskey
            passkey={renaming}
            // A name that is saved late closes no dialog that was opened since.
            onClose={() => setRenaming((open) => (open === renaming ? null : open))}
          />
        </Suspense>
      )}
      {factors && change && (
        <Suspense>
          <LockDialog
            change={change}
            profile={profile}
            hasPasskey={factors.passkeys.length > 0 && hasPasskeys() && !factors.noPasskeys}
            onClose={() => setChange(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

interface Changing {
  onChange(change: Change): void
}

function App({ app, onChange }: { app: Factors['authenticatorApp'] } & Changing) {
  const t = useTranslations('account.lock.app')
  const { longDay } = useFormats()
  return (
    <li className={account.action}>
      <span>
        <b>{t('title')}</b>
        <span className={account.more}>
          {app
            ? t('on', { day: longDay(today(new Date(app.addedAt))), count: app.recoveryCodesLeft })
            : t('off')}
        </span>
      </span>
      {app ? (
        <span className={styles.actions}>
          <Button
            look="outline"
            height={44}
            onClick={() => onChange({ kind: 'renew-codes' })}
            aria-label={t('renewNamed')}
          >
            {t('renew')}
          </Button>
          <Button
            look="danger"
            height={44}
            onClick={() => onChange({ kind: 'remove-app' })}
            aria-label={t('removeNamed')}
          >
            {t('remove')}
          </Button>
        </span>
      ) : (
        <Button look="outline" onClick={() => onChange({ kind: 'add-app' })} aria-label={t('addNamed')}>
          {t('add')}
        </Button>
      )}
    </li>
  )
}

function AddPasskey({ factors, onChange }: { factors: Factors } & Changing) {
  const t = useTranslations('account.lock.passkey')
  const { noPasskeys } = factors
  const why = noPasskeys ? t(`none.${noPasskeys}`) : !hasPasskeys() && t('none.browser')
  return (
    <li className={account.action}>
      <span>
        <b>{t('title')}</b>
        <span className={account.more}>{t('text')}</span>
        {why && <span className={account.more}>{why}</span>}
      </span>
      {!why && (
        <Button look="outline" onClick={() => onChange({ kind: 'add-passkey' })} aria-label={t('addNamed')}>
          {t('add')}
        </Button>
      )}
    </li>
  )
}

interface PasskeyRowProps extends Changing {
  passkey: Passkey
  onRename(passkey: Passkey): void
}

function PasskeyRow({ passkey, onChange, onRename }: PasskeyRowProps) {
  const t = useTranslations('account.lock.passkey')
  const { longDay } = useFormats()
  const { name, addedAt, lastUsedAt } = passkey
  const day = (at: string) => longDay(today(new Date(at)))
  return (
    <li className={account.session}>
      <IconKey size={24} stroke={1.6} aria-hidden />
      <span>
        <b className={styles.name}>{name}</b>
        <span className={account.more}>
          {lastUsedAt ? t('used', { day: day(lastUsedAt) }) : t('added', { day: day(addedAt) })}
        </span>
      </span>
      <span className={styles.side}>
        <IconButton label={t('renameNamed', { name })} onClick={() => onRename(passkey)}>
          <IconPencil size={20} stroke={1.7} aria-hidden />
        </IconButton>
        <Button
          look="text"
          height={44}
          onClick={() => onChange({ kind: 'remove-passkey', passkey })}
          aria-label={t('removeNamed', { name })}
        >
          {t('remove')}
        </Button>
      </span>
    </li>
  )
}

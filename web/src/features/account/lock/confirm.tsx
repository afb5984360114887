import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './lock.module.css'
import { useAct } from './use-act.ts'

interface Props {
  what: 'remove-app' | 'renew-codes' | 'remove-passkey'
  name?: string
  act(): Promise<unknown>
  onClose(): void
}

/** Says what follows, and does it once that is confirmed. */
export function Confirm({ what, name = '', act: change, onClose }: Props) {
  const t = useTranslations('account.lock')
  const common = useTranslations('common')
  const { isBusy, error, act } = useAct()
  return (
    <div className={styles.form}>
      <p>{t(`confirm.${what}.text`, { name })}</p>
      {error !== null && <ProblemNotice error={error} />}
      <div className={styles.buttons}>
        <Button
          look={what === 'renew-codes' ? 'filled' : 'danger-filled'}
          busy={isBusy}
          onClick={() => act(change)}
          full
        >
          {t(`confirm.${what}.action`)}
        </Button>
        <Button look="outline" onClick={onClose} full>
          {common('cancel')}
        </Button>
      </div>
    </div>
  )
}

import { TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { type Proof, provePasskey, provePassword } from '../../../api/factors.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { useProblemText } from '../../../ui/problem-notice.tsx'
import styles from './lock.module.css'
import { useAct } from './use-act.ts'

interface Props {
  hasPasskey: boolean
  onProven(proof: Proof): void
}

/** Whoever finds this device unlocked gets no further than here. */
export function Prove({ hasPasskey, onProven }: Props) {
  const t = useTranslations('account.lock.prove')
  const textOf = useProblemText()
  const { isBusy, error, act } = useAct()
  const [password, setPassword] = useState('')
  function send(event: SubmitEvent) {
    event.preventDefault()
    if (password !== '') act(async () => onProven(await provePassword(password)))
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <p>{t('text')}</p>
      <TextInput
        data-autofocus
        size="md"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        error={error === null ? undefined : textOf(error)}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={password === ''} busy={isBusy} full>
          {t('go')}
        </Button>
        {hasPasskey && (
          <Button
            look="outline"
            disabled={isBusy}
            onClick={() => act(async () => onProven(await provePasskey()))}
            full
          >
            {t('passkey')}
          </Button>
        )}
      </div>
    </form>
  )
}

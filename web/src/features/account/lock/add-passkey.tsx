import { type SubmitEvent, useState } from 'react'
import { addPasskey, type Proof } from '../../../api/factors.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { deviceOf } from '../sessions/device.ts'
import styles from './lock.module.css'
import { PasskeyName } from './passkey-name.tsx'
import { useAct } from './use-act.ts'

interface Props {
  withProof<T>(work: (proof: Proof) => Promise<T>): Promise<T>
  onAdded(): void
}

/** A name to know it by, then the browser asks for the finger, face or PIN. */
export function AddPasskey({ withProof, onAdded }: Props) {
  const t = useTranslations('account.lock.addPasskey')
  const { system } = deviceOf(navigator.userAgent)
  const [name, setName] = useState(system ?? '')
  const { isBusy, error, act } = useAct()
  const trimmed = name.trim()
  function send(event: SubmitEvent) {
    event.preventDefault()
    if (trimmed === '') return
    act(async () => {
      await withProof((proof) => addPasskey(proof, trimmed))
      onAdded()
    })
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <p>{t('text')}</p>
      <PasskeyName name={name} onChange={setName} />
      {error !== null &&
        (error instanceof DOMException ? (
          <p role="alert" className={styles.failed}>
            {t(error.name === 'InvalidStateError' ? 'known' : 'failed')}
          </p>
        ) : (
          <ProblemNotice error={error} />
        ))}
      <Button type="submit" disabled={trimmed === ''} busy={isBusy} full>
        {t('action')}
      </Button>
    </form>
  )
}

import { TextInput } from '@mantine/core'
import { type SubmitEvent, useEffect, useState } from 'react'
import { type AppSetup, addApp, beginApp, type Proof } from '../../../api/factors.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice, useProblemText } from '../../../ui/problem-notice.tsx'
import { QrCode } from '../phone/qr-code.tsx'
import styles from './lock.module.css'
import { useAct } from './use-act.ts'

interface Props {
  withProof<T>(work: (proof: Proof) => Promise<T>): Promise<T>
  onAdded(recoveryCodes: string[]): void
}

/** The QR code for the app, and a first code back: only then does it count. */
export function AddApp({ withProof, onAdded }: Props) {
  const t = useTranslations('account.lock.addApp')
  const textOf = useProblemText()
  const [setup, setSetup] = useState<AppSetup | null>(null)
  const [code, setCode] = useState('')
  const begin = useAct()
  const add = useAct()
  const start = () => begin.act(async () => setSetup(await withProof(beginApp)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: one secret for each time the dialog is opened
  useEffect(start, [])

  if (begin.error !== null) return <ProblemNotice error={begin.error} onRetry={start} />
  if (!setup) return <Loading />

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (!setup || !isWhole) return
    add.act(async () => onAdded(await withProof((proof) => addApp(proof, { setup: setup.setup, code }))))
  }
  const isWhole = code.replace(/\s/g, '').length === 6
  return (
    <form className={styles.form} onSubmit={send}>
      <ol className={styles.steps}>
        <li>{t('install')}</li>
        <li>
          {t('scan')}
          <div className={styles.secret}>
            <QrCode text={setup.uri} label={t('code')} />
            <p className={styles.words}>
              {t('orType')} <code className={styles.key}>{setup.secret.replace(/.{4}/g, '$& ').trim()}</code>
            </p>
          </div>
        </li>
        <li>{t('confirm')}</li>
      </ol>
      <TextInput
        size="md"
        label={t('label')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        error={add.error === null ? undefined : textOf(add.error)}
      />
      <Button type="submit" disabled={!isWhole} busy={add.isBusy} full>
        {t('action')}
      </Button>
    </form>
  )
}

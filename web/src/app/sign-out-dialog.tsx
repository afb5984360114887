import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import { isUnsent, isWaiting } from '../offline/queue-entry.ts'
import { useUploadQueue, useUploads } from '../offline/queue-provider.tsx'
import { Button } from '../ui/button.tsx'
import { useConnection } from '../ui/use-connection.ts'
import { signOut } from './sign-out.ts'
import styles from './sign-out-dialog.module.css'

/** Signs out at once, or where receipts have not been sent, after the person has said what happens to them. */
export function SignOut({ onStay }: { onStay: () => void }) {
  const t = useTranslations('offline.signOut')
  const queue = useUploadQueue()
  const uploads = useUploads()
  const { isOnline } = useConnection()
  const [step, setStep] = useState<'loading' | 'asked' | 'sending' | 'leaving'>('loading')
  const count = uploads.filter(isUnsent).length
  const waiting = uploads.filter(isWaiting).length
  const isOpen = step === 'asked' || step === 'sending'
  useEffect(() => void queue?.ready.then(() => setStep('asked')), [queue])
  useEffect(() => {
    if (!isOnline || !isOpen) return
    if (count === 0) setStep('leaving')
    // What was refused meanwhile needs the person again.
    else if (waiting === 0) setStep('asked')
  }, [isOpen, isOnline, count, waiting])
  useEffect(() => {
    if (step === 'leaving') void Promise.resolve(queue?.removeSent()).then(signOut)
  }, [step, queue])

  return (
    <Modal
      opened={isOpen && (count > 0 || !isOnline)}
      onClose={onStay}
      withCloseButton={false}
      title={isOnline ? t('title', { count }) : t('offlineTitle')}
    >
      <div className={styles.content}>
        <p role="status">
          {!isOnline ? t('offlineText') : step === 'sending' ? t('sending') : t('text', { count })}
        </p>
        {isOnline && waiting > 0 && (
          <Button
            full
            busy={step === 'sending'}
            onClick={() => {
              setStep('sending')
              void queue?.sendNow()
            }}
          >
            {t('send')}
          </Button>
        )}
        {isOnline && (
          <Button full look="danger" onClick={() => void queue?.removeAll()}>
            {t('remove', { count })}
          </Button>
        )}
        <Button full look="outline" onClick={onStay} data-autofocus>
          {t('stay')}
        </Button>
      </div>
    </Modal>
  )
}

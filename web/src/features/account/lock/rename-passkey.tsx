import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { type Passkey, renamePasskey } from '../../../api/factors.ts'
import { keys } from '../../../api/keys.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './lock.module.css'
import { PasskeyName } from './passkey-name.tsx'
import { useAct } from './use-act.ts'

/** Another name for a passkey. It changes nothing about who may sign in, so no password is asked for. */
export function RenamePasskey({ passkey, onClose }: { passkey: Passkey; onClose(): void }) {
  const t = useTranslations('account.lock.titles')
  const common = useTranslations('common')
  const client = useQueryClient()
  const { isBusy, error, act } = useAct()
  const [name, setName] = useState(passkey.name)
  const trimmed = name.trim()
  function send(event: SubmitEvent) {
    event.preventDefault()
    if (trimmed === '') return
    act(async () => {
      await renamePasskey(passkey, trimmed)
      await client.invalidateQueries({ queryKey: keys.factors })
      onClose()
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rename-passkey')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form className={styles.form} onSubmit={send}>
        <PasskeyName name={name} onChange={setName} />
        {error !== null && <ProblemNotice error={error} />}
        <Button type="submit" disabled={trimmed === ''} busy={isBusy} full>
          {common('save')}
        </Button>
      </form>
    </Modal>
  )
}

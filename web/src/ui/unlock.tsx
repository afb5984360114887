import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Receipt } from '../../../server/api-types.ts'
import { useUnlock } from '../api/receipt-mutations.ts'
import { useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { useProblemText } from './problem-notice.tsx'
import styles from './unlock.module.css'

/** Whether a file of the receipt waits for its password. */
export const isLocked = ({ files }: Pick<Receipt, 'files'>) =>
  files.some(({ role, password }) => role === 'receipt' && password === 'needed')

/** Asks for the password of a PDF, which is used once and not kept. */
export function Unlock({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('check.unlock')
  const textOf = useProblemText()
  const unlock = useUnlock()
  const [password, setPassword] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return
    unlock.mutate({ receipt, password }, { onSuccess: () => setPassword('') })
  }
  return (
    <form className={styles.unlock} onSubmit={send}>
      <TextInput
        type="password"
        label={t('label')}
        description={t('kept')}
        autoComplete="off"
        maxLength={127}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        error={unlock.error ? textOf(unlock.error) : undefined}
      />
      <Button type="submit" look="tonal" height={44} busy={unlock.isPending} disabled={password === ''}>
        {t('open')}
      </Button>
    </form>
  )
}

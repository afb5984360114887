import { Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { changeEmail, changePassword } from '../../../api/account.ts'
import { keys } from '../../../api/keys.ts'
import { Problem } from '../../../api/problem.ts'
import { sessionQuery } from '../../../api/session.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { useProblemText } from '../../../ui/problem-notice.tsx'
import { useAct } from '../lock/use-act.ts'
import type { Credential } from './credential.ts'
import styles from './sign-in.module.css'

interface Props {
  credential: Credential
  /** What the person signs in with now. */
  email: string
  onChanged(): void
  onClose(): void
}

/** A new address or password, and the password of now: whoever finds this device unlocked cannot take the account over. */
export function SignInDialog({ credential, email, onChanged, onClose }: Props) {
  const t = useTranslations('account.signIn')
  const common = useTranslations('common')
  const textOf = useProblemText()
  const client = useQueryClient()
  const { isBusy, error, act } = useAct()
  const [next, setNext] = useState('')
  const [current, setCurrent] = useState('')

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (next === '' || current === '') return
    act(async () => {
      await (credential === 'email' ? changeEmail(current, next) : changePassword(current, next))
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      void client.invalidateQueries({ queryKey: keys.sessions })
      onChanged()
    })
  }
  const { ofNext, ofCurrent, other } = sorted(error)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`${credential}.changeNamed`)}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form className={styles.form} onSubmit={send}>
        <p>{t(`${credential}.consequence`, { email })}</p>
        {/* A password manager then knows whose password it is. */}
        {credential === 'password' && (
          <input type="email" autoComplete="username" value={email} readOnly hidden />
        )}
        <TextInput
          data-autofocus
          size="md"
          type={credential}
          label={t(`${credential}.label`)}
          description={credential === 'password' ? t('password.hint') : undefined}
          autoComplete={credential === 'email' ? 'email' : 'new-password'}
          autoCapitalize="none"
          spellCheck={false}
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
          error={ofNext}
        />
        <TextInput
          size="md"
          type="password"
          label={t('current')}
          autoComplete="current-password"
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          error={ofCurrent}
        />
        {other !== undefined && (
          <p role="alert" className={styles.failed}>
            {textOf(other)}
          </p>
        )}
        <Button type="submit" disabled={next === '' || current === ''} busy={isBusy} full>
          {t(`${credential}.action`)}
        </Button>
      </form>
    </Modal>
  )
}

/** Where a failure belongs: to one of the fields, or below them. */
function sorted(error: unknown): { ofNext?: string; ofCurrent?: string; other?: unknown } {
  if (error === null) return {}
  if (!(error instanceof Problem)) return { other: error }
  const [first] = error.errors
  if (first) return { ofNext: first.message }
  return error.code === 'proof_refused' ? { ofCurrent: error.message } : { other: error }
}

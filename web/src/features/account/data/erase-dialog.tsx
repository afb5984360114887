import { Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { type ErasureTerms, eraseAccount } from '../../../api/account.ts'
import type { Profile } from '../../../api/session.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { forgetPeople } from '../../../offline/forget.ts'
import { useUploadQueue } from '../../../offline/queue-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './erase-dialog.module.css'
import { Terms } from './terms.tsx'

interface Props {
  profile: Profile
  onClose(): void
}

/** The second step: what goes, what has to be kept, and a field that nobody fills in by mistake. */
export function EraseDialog({ profile, onClose }: Props) {
  const t = useTranslations('account.erase')
  const common = useTranslations('common')
  const queue = useUploadQueue()
  const [typed, setTyped] = useState('')
  const [isErasing, setErasing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** Those that came instead of the erasure, as the first ones had grown too old. */
  const [renewed, setRenewed] = useState<ErasureTerms | null>(null)
  const first = useQuery({
    queryKey: ['erasure'],
    queryFn: () => eraseAccount(),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const terms = renewed ?? (typeof first.data === 'object' ? first.data : null)
  const expected = profile.email ?? t('word')
  const isTyped = typed.trim().toLowerCase() === expected.toLowerCase()

  async function erase(event: SubmitEvent) {
    event.preventDefault()
    if (!isTyped || !terms) return
    setErasing(true)
    setError(null)
    try {
      const outcome = await eraseAccount(terms.confirmation)
      if (typeof outcome === 'object') {
        setRenewed(outcome)
        setErasing(false)
        return
      }
      await queue?.removeAll()
      await forgetPeople()
      location.replace(`/?erased=${outcome}`)
    } catch (failure) {
      setError(failure)
      setErasing(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form className={styles.form} onSubmit={(event) => void erase(event)}>
        {first.isPending && <Loading />}
        {first.error && <ProblemNotice error={first.error} onRetry={() => void first.refetch()} />}
        {terms && (
          <>
            <Terms terms={terms} />
            {renewed && <p role="alert">{t('expired')}</p>}
            <TextInput
              size="md"
              label={
                profile.email ? t('typeEmail', { email: profile.email }) : t('typeWord', { word: t('word') })
              }
              value={typed}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            {error !== null && <ProblemNotice error={error} />}
            <div className={styles.actions}>
              <Button type="submit" look="danger-filled" disabled={!isTyped} busy={isErasing} full>
                {t('action')}
              </Button>
              <Button look="outline" onClick={onClose} full>
                {t('keepAll')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Modal>
  )
}

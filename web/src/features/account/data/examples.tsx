import { useQuery } from '@tanstack/react-query'
import { examplesQuery, useAddExamples, useRemoveExamples } from '../../../api/examples.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from '../account.module.css'

export function Examples() {
  const t = useTranslations('account.data.examples')
  const examples = useQuery(examplesQuery)
  const add = useAddExamples()
  const remove = useRemoveExamples()
  const count = examples.data?.length ?? 0
  const error = examples.error ?? add.error ?? remove.error
  const change = count > 0 ? remove : add
  return (
    <li className={styles.action}>
      <span>
        <b>{t('title')}</b>
        <span className={styles.more} role="status">
          {count > 0 ? t('some', { count }) : t('none')}
        </span>
      </span>
      <Button
        look="outline"
        disabled={!examples.data}
        busy={add.isPending || remove.isPending}
        onClick={() => change.mutate()}
      >
        {t(count > 0 ? 'remove' : 'add')}
      </Button>
      {error && (
        <ProblemNotice error={error} {...(examples.error && { onRetry: () => void examples.refetch() })} />
      )}
    </li>
  )
}

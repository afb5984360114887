import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { receiptQuery } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Compare } from '../../ui/duplicates/compare.tsx'
import { pairOf } from '../../ui/duplicates/facts.ts'
import { useSuspect } from '../../ui/duplicates/use-suspect.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconLink } from '../../ui/icon-link.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './duplicates.module.css'

/** A receipt beside the one that looks like it. */
export function DuplicatesPage() {
  const t = useTranslations('check.duplicate')
  const { id } = useParams({ from: '/app/receipts/$id/duplicates' })
  const navigate = useNavigate()
  const { data: receipt, error, refetch } = useQuery(receiptQuery(id))
  const suspect = useSuspect(receipt)
  const open = (shown: string) =>
    void navigate({ to: '/app/receipts/$id', params: { id: shown }, replace: true })

  const frame = (children: ReactNode) => (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconLink to="/app/receipts/$id" params={{ id }} aria-label={t('back')}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <span className="question">{t('back')}</span>
      </header>
      <div className={styles.pair}>{children}</div>
    </div>
  )
  if (error) return frame(<ProblemNotice screen={t('title')} error={error} onRetry={() => void refetch()} />)
  if (!receipt || suspect === 'loading') return frame(<Loading screen={t('title')} />)
  if (suspect === 'none') {
    const action = (
      <LinkButton to="/app/receipts/$id" params={{ id }} look="tonal">
        {t('back')}
      </LinkButton>
    )
    return frame(<EmptyState wholePage title={t('gone')} text={t('goneText')} action={action} />)
  }
  return frame(
    <Compare
      receipt={receipt}
      other={suspect}
      onSettled={(gone) => open(gone ? pairOf(receipt, suspect).kept.id : id)}
    />,
  )
}

import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { PcbKnown } from '../../../../../server/api-types.ts'
import { pcbKnownQuery, pcbQuery } from '../../../api/pcb.ts'
import { Problem } from '../../../api/problem.ts'
import { thisYear, today } from '../../../i18n/day.ts'
import { useLanguage, useTranslations } from '../../../i18n/index.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { IconLink } from '../../../ui/icon-link.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useDrafts } from '../../../ui/use-drafts.ts'
import { useYear } from '../../../ui/use-year.ts'
import styles from './pcb.module.css'
import { PcbForm } from './pcb-form.tsx'
import { PcbAnswer, PcbYear } from './pcb-result.tsx'
import { defaultsOf, planOf } from './plan.ts'

/** Typing makes no more requests than this, in ms. */
const PAUSE_MS = 300

/** What the employer should deduct this month, and the table of the year. */
export function PcbPage() {
  const t = useTranslations('pcb')
  const year = useYear()
  const { data: known, error, refetch } = useQuery(pcbKnownQuery(year))
  if (error instanceof Problem && error.code === 'not_found')
    return (
      <EmptyState wholePage title={t('noRules.title', { year: String(year) })} text={t('noRules.text')} />
    )
  if (error) return <ProblemNotice screen={t('title')} error={error} onRetry={() => void refetch()} />
  if (!known) return <Loading screen={t('title')} />
  return <Pcb key={year} year={year} known={known} />
}

function Pcb({ year, known }: { year: number; known: PcbKnown }) {
  const t = useTranslations('pcb')
  const common = useTranslations('common')
  const { language } = useLanguage()
  const { drafts, setDraft } = useDrafts(`pcb-${year}`)
  const month = year === thisYear() ? Number(today().slice(5, 7)) : 12
  const values = { ...defaultsOf(known, month), ...drafts }
  const [plan] = useDebouncedValue(planOf(values, known), PAUSE_MS)
  const table = useQuery({
    ...pcbQuery(year, plan ?? { month: 12, paySen: 0 }, language),
    enabled: plan !== undefined,
  })
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconLink to="/app/year" aria-label={common('back')}>
          <IconArrowLeft size={24} stroke={1.7} aria-hidden />
        </IconLink>
        <h1 className="page-title">{t('title')}</h1>
      </header>
      <p className={`soft ${styles.intro}`}>{t('intro')}</p>
      <div className={styles.answer} aria-live="polite">
        {plan === undefined ? (
          <p className="soft">{t('noPay')}</p>
        ) : table.error ? (
          <ProblemNotice error={table.error} onRetry={() => void table.refetch()} />
        ) : (
          table.data && <PcbAnswer year={year} table={table.data} />
        )}
      </div>
      <PcbForm year={year} known={known} values={values} onChange={setDraft} />
      <div className={styles.result}>
        {plan && table.data && (
          <PcbYear year={year} table={table.data} known={known} values={values} onChange={setDraft} />
        )}
      </div>
    </div>
  )
}

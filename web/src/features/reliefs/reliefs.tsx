import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Problem } from '../../api/problem.ts'
import { claimsQuery, overviewQuery, reliefsQuery, taxYearsQuery } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useYear } from '../../ui/use-year.ts'
import { headOf } from './head.ts'
import { ReliefDetail } from './relief-detail.tsx'
import { ReliefList } from './relief-list.tsx'
import styles from './reliefs.module.css'

/** The reliefs of a year as bars; one of them opened beside them, on a phone in their place. */
export function ReliefsPage() {
  const t = useTranslations('reliefs')
  const year = useYear()
  const { relief: chosen } = useSearch({ from: '/app/reliefs' })
  const claims = useQuery(claimsQuery(year))
  const reliefs = useQuery(reliefsQuery(year))
  const overview = useQuery(overviewQuery(year))
  const { data: taxYears = [] } = useQuery(taxYearsQuery)
  const error = claims.error ?? reliefs.error ?? overview.error
  if (error instanceof Problem && error.code === 'not_found') {
    return <EmptyState wholePage title={t('noLaw.title', { year: String(year) })} text={t('noLaw.text')} />
  }
  if (error)
    return (
      <ProblemNotice
        screen={t('title')}
        error={error}
        onRetry={() => void Promise.all([claims.refetch(), reliefs.refetch(), overview.refetch()])}
      />
    )
  if (!claims.data || !reliefs.data || !overview.data) return <Loading screen={t('title')} />

  const head = chosen === undefined ? undefined : headOf(chosen, claims.data, reliefs.data)
  return (
    <div className={styles.page} data-detail={head ? true : undefined}>
      <ReliefList
        claims={claims.data}
        reliefs={reliefs.data}
        overview={overview.data}
        chosen={head && chosen}
      />
      {head && (
        <ReliefDetail
          head={head}
          warnings={claims.data.warnings}
          reliefs={reliefs.data}
          incomeKnown={overview.data.incomeKnown}
          keepUntil={taxYears.find((one) => one.year === year)?.retainUntil}
        />
      )}
    </div>
  )
}

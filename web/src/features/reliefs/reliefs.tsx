import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Problem } from '../../api/problem.ts'
import { claimsQuery, reliefsQuery, taxYearsQuery } from '../../api/queries.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useYear } from '../../ui/use-year.ts'
import { Automatic } from './automatic.tsx'
import { findLine, isFound, totalAllowed } from './lines.ts'
import { ReliefDetail } from './relief-detail.tsx'
import { ReliefTree } from './relief-tree.tsx'
import styles from './reliefs.module.css'

/** The reliefs of a year as bars; one of them opened beside them (on a phone: below its own address). */
export function ReliefsPage() {
  const t = useTranslations('reliefs')
  const { shortMoney } = useFormats()
  const year = useYear()
  const { relief: chosen } = useSearch({ from: '/app/reliefs' })
  const claims = useQuery(claimsQuery(year))
  const reliefs = useQuery(reliefsQuery(year))
  const { data: taxYears = [] } = useQuery(taxYearsQuery)
  const error = claims.error ?? reliefs.error
  if (error instanceof Problem && error.code === 'not_found') {
    return <EmptyState wholePage title={t('noLaw.title', { year: String(year) })} text={t('noLaw.text')} />
  }
  if (error)
    return (
      <ProblemNotice
        screen={t('title')}
        error={error}
        onRetry={() => void Promise.all([claims.refetch(), reliefs.refetch()])}
      />
    )
  if (!claims.data || !reliefs.data) return <Loading screen={t('title')} />

  const found = claims.data.reliefs.filter((line) => isFound(line, reliefs.data))
  const automatic = claims.data.reliefs.filter((line) => !isFound(line, reliefs.data) && line.allowedSen > 0)
  const line = chosen === undefined ? undefined : findLine(claims.data.reliefs, chosen)
  const keepUntil = taxYears.find((one) => one.year === year)?.retainUntil
  return (
    <div className={styles.page} data-detail={line ? true : undefined}>
      <div className={styles.list}>
        <div className={styles.head}>
          <h1 className="page-title">{t('title')}</h1>
          <ul className={styles.legend}>
            {(['counts', 'suggested', 'left'] as const).map((part) => (
              <li key={part}>
                <span className={styles.key} data-part={part} aria-hidden="true" /> {t(`legend.${part}`)}
              </li>
            ))}
          </ul>
        </div>
        <div className={styles.part}>
          <h2 className="part-title">{t('found')}</h2>
          <b className="money">{shortMoney(totalAllowed(found))}</b>
        </div>
        <ReliefTree lines={found} chosen={chosen} />
        {automatic.length > 0 && <Automatic lines={automatic} />}
      </div>
      {line && <ReliefDetail line={line} claims={claims.data} reliefs={reliefs.data} keepUntil={keepUntil} />}
    </div>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Problem } from '../../api/problem.ts'
import { claimsQuery, estimateQuery } from '../../api/queries.ts'
import { taxReturnQuery } from '../../api/tax-return.ts'
import { useLanguage, useTranslations } from '../../i18n/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { isNotResident, NotResident } from '../../ui/not-resident.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useYear } from '../../ui/use-year.ts'
import { ClearFirst } from './file/clear-first.tsx'
import styles from './file/file.module.css'
import { FileHead } from './file/file-head.tsx'
import { Filed } from './file/filed.tsx'
import { FormLines } from './file/form-lines.tsx'
import { shownLines } from './file/lines.ts'
import { Papers } from './file/papers.tsx'
import { Outcome, ResultCard } from './file/result.tsx'

/** The return, item by item as the form asks for it; then its papers, and the day it was filed. */
export function FilePage() {
  const t = useTranslations('file')
  const year = useYear()
  const { language } = useLanguage()
  const { form } = useSearch({ from: '/app/year/file' })
  const taxReturn = useQuery({ ...taxReturnQuery(year, language, form), placeholderData: keepPreviousData })
  const estimate = useQuery(estimateQuery(year))
  const claims = useQuery(claimsQuery(year))
  const title = t('title', { year: String(year) })
  const failed = [taxReturn, estimate, claims].find(({ error }) => error)
  const noLaw = useTranslations('year.noLaw')
  if (failed?.error instanceof Problem && failed.error.code === 'not_found') {
    return <EmptyState wholePage title={noLaw('title', { year: String(year) })} text={noLaw('text')} />
  }
  if (failed)
    return (
      <ProblemNotice
        screen={title}
        error={failed.error}
        onRetry={() => void Promise.all([taxReturn.refetch(), estimate.refetch(), claims.refetch()])}
      />
    )
  if (!taxReturn.data || !estimate.data || !claims.data) return <Loading screen={title} />

  if (isNotResident(claims.data)) return <NotResident year={year} />

  const { computation } = estimate.data
  const isAllDone = shownLines(taxReturn.data, false).every(({ isEntered }) => isEntered)
  return (
    // What is typed, copied and downloaded belongs to its year.
    <div key={year} className={styles.page} data-bare="phone">
      <FileHead taxReturn={taxReturn.data} />
      <FormLines taxReturn={taxReturn.data} />
      <div className={styles.side}>
        <ResultCard computation={computation} taxReturn={taxReturn.data} />
        <ClearFirst claims={claims.data} />
        <Papers year={year} form={form} />
        <Filed taxReturn={taxReturn.data} isAllDone={isAllDone}>
          <Outcome computation={computation} />
        </Filed>
      </div>
    </div>
  )
}

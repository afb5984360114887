import { useQuery } from '@tanstack/react-query'
import { Problem } from '../../api/problem.ts'
import { overviewQuery, queueQuery } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import { AfterPaint } from '../../ui/after-paint.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useYear } from '../../ui/use-year.ts'
import { BeingRead } from './being-read.tsx'
import { Dates } from './dates.tsx'
import { EmptyHome } from './empty-home.tsx'
import { ExamplesNotice } from './examples-notice.tsx'
import styles from './home.module.css'
import { HomeSentence } from './home-sentence.tsx'
import { IncomeQuestion } from './income-question.tsx'
import { MissingMonths } from './missing-months.tsx'
import { NearestLimits } from './nearest-limits.tsx'
import { NoLaw } from './no-law.tsx'
import { ToCheck } from './to-check.tsx'
import { useBeingRead } from './use-being-read.ts'

/** One sentence, and what explains it. */
export function Home() {
  const t = useTranslations('home')
  const year = useYear()
  const overview = useQuery(overviewQuery(year))
  const queue = useQuery(queueQuery(year))
  const beingRead = useBeingRead()
  const isLawless = overview.error instanceof Problem && overview.error.code === 'not_found'
  const failed = isLawless ? queue.error : (overview.error ?? queue.error)
  if (failed) {
    return (
      <ProblemNotice
        screen={t('title')}
        error={failed}
        onRetry={() => void Promise.all([overview.refetch(), queue.refetch()])}
      />
    )
  }
  if (!queue.data) return <Loading screen={t('title')} />
  if (isLawless) return <NoLaw year={year} queue={queue.data} />
  if (!overview.data) return <Loading screen={t('title')} />
  const { foundSen, withSuggestions, unconfirmed, recurring } = overview.data
  const isEmpty =
    foundSen === 0 && withSuggestions.foundSen === 0 && unconfirmed === 0 && queue.data.count === 0
  if (isEmpty && beingRead === undefined) return <Loading screen={t('title')} />
  if (isEmpty && beingRead === 0) return <EmptyHome overview={overview.data} />
  return (
    <div className={styles.home}>
      <div className={styles.main}>
        <HomeSentence overview={overview.data} toCheck={queue.data.count} beingRead={beingRead ?? 0} />
        <AfterPaint>
          <ExamplesNotice count={overview.data.examples} />
          {!overview.data.incomeKnown && foundSen > 0 && <IncomeQuestion year={year} />}
          <BeingRead count={beingRead ?? 0} />
          {(queue.data.count > 0 || (!beingRead && !recurring)) && (
            <ToCheck queue={queue.data} overview={overview.data} />
          )}
          {recurring && <MissingMonths series={recurring} year={year} />}
        </AfterPaint>
      </div>
      <aside className={styles.side}>
        <AfterPaint>
          <NearestLimits lines={overview.data.nearest} />
          <Dates overview={overview.data} />
        </AfterPaint>
      </aside>
    </div>
  )
}

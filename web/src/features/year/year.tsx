import { IconCalendarEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Problem } from '../../api/problem.ts'
import { claimsQuery, estimateQuery } from '../../api/queries.ts'
import { taxpayerQuery } from '../../api/taxpayer.ts'
import { useTranslations } from '../../i18n/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useIsDesk } from '../../ui/use-is-desk.ts'
import { useYear } from '../../ui/use-year.ts'
import { InterviewRail } from './interview/interview-rail.tsx'
import { Calendar } from './overview/calendar.tsx'
import { CoupleChoice } from './overview/couple-choice.tsx'
import { EstimateSteps } from './overview/estimate-steps.tsx'
import { InterviewProgress } from './overview/interview-progress.tsx'
import { RinggitPicture } from './overview/ringgit-picture.tsx'
import { ToFile } from './overview/to-file.tsx'
import { ToPcb } from './overview/to-pcb.tsx'
import { Warnings } from './overview/warnings.tsx'
import { YearSentence } from './overview/year-sentence.tsx'
import styles from './year.module.css'

/** A year of assessment: what the tax comes to and why, what to clear, and until when. */
export function YearPage() {
  const t = useTranslations('year')
  const year = useYear()
  const isDesk = useIsDesk()
  const estimate = useQuery(estimateQuery(year))
  const claims = useQuery(claimsQuery(year))
  const taxpayer = useQuery(taxpayerQuery(year))
  const failed = [estimate, claims, taxpayer].find(({ error }) => error)
  if (failed?.error instanceof Problem && failed.error.code === 'not_found') {
    return <EmptyState wholePage title={t('noLaw.title', { year: String(year) })} text={t('noLaw.text')} />
  }
  if (failed)
    return (
      <ProblemNotice
        screen={t('title')}
        error={failed.error}
        onRetry={() => void Promise.all([estimate.refetch(), claims.refetch(), taxpayer.refetch()])}
      />
    )
  if (!estimate.data || !claims.data || !taxpayer.data) return <Loading screen={t('title')} />

  const { computation } = estimate.data
  const isResident = taxpayer.data.facts.resident !== false
  const isIncomeKnown = computation.aggregateIncomeSen > 0
  return (
    <div className={styles.page}>
      {isDesk && <InterviewRail year={year} />}
      <div className={styles.main}>
        {isIncomeKnown ? (
          <>
            <YearSentence estimate={estimate.data} facts={taxpayer.data.facts} />
            <RinggitPicture computation={computation} />
            <EstimateSteps estimate={estimate.data} />
            {taxpayer.data.facts.spouse && <CoupleChoice estimate={estimate.data} />}
            {!isDesk && <InterviewProgress year={year} />}
          </>
        ) : (
          <EmptyState
            wholePage
            icon={<IconCalendarEvent size={28} stroke={1.7} aria-hidden />}
            title={t('empty.title')}
            text={t('empty.text')}
            action={!isDesk && <LinkButton to="/app/year/interview/{-$card}">{t('empty.action')}</LinkButton>}
          />
        )}
        {isResident && <ToFile year={year} form={estimate.data.form} taxpayer={taxpayer.data} />}
        <ToPcb />
        <Warnings claims={claims.data} />
        {isResident && <Calendar year={year} form={estimate.data.form} taxpayer={taxpayer.data} />}
      </div>
    </div>
  )
}

import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Statement } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { statementsQuery } from '../../../api/statements.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { IconLink } from '../../../ui/icon-link.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useYear } from '../../../ui/use-year.ts'
import { AddStatement } from './add-statement.tsx'
import { StatementPage } from './statement-page.tsx'
import { StatementLink } from './statement-slot.tsx'
import styles from './statements.module.css'

const KINDS = [
  'ea-form',
  'epf',
  'socso',
  'insurance',
  'sspn',
  'prs',
  'zakat',
  'housing-loan',
  'other',
] as const satisfies readonly Statement['kind'][]

/** The statements of a year, each in its place; with an id, one of them. */
export function Statements() {
  const t = useTranslations('interview.statements')
  const year = useYear()
  const { id } = useParams({ from: '/app/year/statements/{-$id}' })
  const { data: statements, error, refetch } = useQuery(statementsQuery(year))
  if (error) return <ProblemNotice screen={t('title')} error={error} onRetry={() => void refetch()} />
  if (!statements) return <Loading screen={t('title')} />
  if (id !== undefined) {
    const statement = statements.find((one) => one.id === id)
    return <StatementPage key={id} year={year} statement={statement} statements={statements} />
  }
  return <StatementList year={year} statements={statements} />
}

function StatementList({ year, statements }: { year: number; statements: Statement[] }) {
  const t = useTranslations('interview.statements')
  const common = useTranslations('common')
  const navigate = useNavigate()
  const open = (statement: Statement) =>
    void navigate({ to: '/app/year/statements/{-$id}', params: { id: statement.id } })
  return (
    <div className={styles.list}>
      <header className={styles.head}>
        <IconLink to="/app/year" aria-label={common('back')}>
          <IconArrowLeft size={24} stroke={1.7} aria-hidden />
        </IconLink>
        <h1 className="page-title">{t('title')}</h1>
      </header>
      <p className="soft">{t('intro')}</p>
      <ul className={styles.kinds}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <h2>{t(`kinds.${kind}`)}</h2>
            <p className="note">{t(`hints.${kind}`)}</p>
            {statements
              .filter((one) => one.kind === kind)
              .map((statement) => (
                <StatementLink key={statement.id} statement={statement} />
              ))}
            {kind === 'other' ? (
              <AddOther year={year} onAdded={open} />
            ) : (
              <AddStatement year={year} kind={kind} quiet onAdded={open} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A paper of no kind of its own: the person says what it proves. */
function AddOther({ year, onAdded }: { year: number; onAdded(statement: Statement): void }) {
  const t = useTranslations('interview.statements')
  const { nameOf } = useFormats()
  const { data: law } = useQuery(reliefsQuery(year))
  const [shows, setShows] = useState('')
  if (!law) return null
  const stated = law.reliefs
    .flatMap((relief) => [relief, ...relief.children])
    .filter(({ evidence }) => evidence.kind !== 'receipt' && evidence.kind !== 'status')
  const heads = [...stated, ...law.gifts.heads, ...law.rebates.filter(({ kind }) => kind !== 'fixed')]
  return (
    <>
      <select
        className={styles.select}
        aria-label={t('proves')}
        value={shows}
        onChange={({ currentTarget }) => setShows(currentTarget.value)}
      >
        <option value="">{t('choose')}</option>
        {heads.map((head) => (
          <option key={head.code} value={head.code}>
            {nameOf(head.shortName)}
          </option>
        ))}
      </select>
      {shows !== '' && <AddStatement year={year} kind="other" shows={shows} quiet onAdded={onAdded} />}
    </>
  )
}

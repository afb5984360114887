import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Statement } from '../../../../../server/api-types.ts'
import { statementsQuery } from '../../../api/statements.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { AddStatement } from './add-statement.tsx'
import styles from './statements.module.css'

/** The place of the statements that prove an answer: those that are there, and where another goes. */
export function StatementSlot({ year, kinds }: { year: number; kinds: readonly Statement['kind'][] }) {
  const t = useTranslations('interview.statements')
  const { data: statements } = useQuery(statementsQuery(year))
  if (!statements) return null
  return kinds.map((kind) => {
    const here = statements.filter((one) => one.kind === kind)
    return (
      <section key={kind} className={styles.slot} aria-label={t(`kinds.${kind}`)}>
        <p className="dense">
          <b>{t(`kinds.${kind}`)}</b> <span className="soft">{here.length === 0 && t(`hints.${kind}`)}</span>
        </p>
        {here.length > 0 ? (
          here.map((statement) => <StatementLink key={statement.id} statement={statement} />)
        ) : (
          <AddStatement year={year} kind={kind} />
        )}
      </section>
    )
  })
}

/** Leads to the picture of a statement, beside which its figures are typed. */
export function StatementLink({ statement }: { statement: Statement }) {
  const t = useTranslations('interview.statements')
  const { instant } = useFormats()
  const kind = t(`kinds.${statement.kind}`)
  return (
    <Link to="/app/year/statements/{-$id}" params={{ id: statement.id }} className={styles.link}>
      <IconFileText size={22} stroke={1.6} aria-hidden />
      <span>
        {t('added', { kind, day: instant(statement.addedAt) })}
        <span className={styles.open}>{t('open')}</span>
      </span>
    </Link>
  )
}

import type { PcbKnown, PcbTable } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { EmployerSheets } from './employer-sheets.tsx'
import styles from './pcb.module.css'
import { PcbMonths } from './pcb-months.tsx'
import type { PcbValues } from './plan.ts'

/** This month's deduction, and what is open about it. */
export function PcbAnswer({ year, table }: { year: number; table: PcbTable }) {
  const t = useTranslations('pcb')
  const { exactMoney, monthName } = useFormats()
  const month = monthName(`${year}-${String(table.month).padStart(2, '0')}-01`)
  const readings = table.open.flatMap(({ results }) => results.map(({ deductSen }) => deductSen))
  const amounts = [...new Set([table.deductSen, ...readings])]
  return (
    <>
      <h2 className={styles.sentence}>
        {t.rich('deduct', {
          month,
          amount: amounts.map((sen) => exactMoney(sen)).join(` ${t('or')} `),
          money: (text) => <span className="money">{text}</span>,
        })}
      </h2>
      {table.open.map(({ point, text, results }) => (
        <div key={point} className={styles.open} role="note">
          <b>{t('open')}</b>
          <p>{text}</p>
          <ul>
            {results.map((one) => (
              <li key={one.reading}>
                <span>{one.text}</span>
                <span className="money">{exactMoney(one.deductSen)}</span>
              </li>
            ))}
          </ul>
          <p className="note">{t('undecided')}</p>
        </div>
      ))}
      <Steps table={table} />
    </>
  )
}

interface PcbYearProps {
  year: number
  table: PcbTable
  known: PcbKnown
  values: PcbValues
  onChange(field: string, text: string | null): void
}

/** What the year comes to, month by month. */
export function PcbYear({ year, table, known, values, onChange }: PcbYearProps) {
  return (
    <>
      <YearSums year={year} table={table} known={known} />
      <PcbMonths year={year} table={table} values={values} onChange={onChange} />
      <EmployerSheets year={year} table={table} values={values} />
      <Sources table={table} />
    </>
  )
}

/** The figures on the way, under the letters that LHDN and payrolls use. */
function Steps({ table: { steps } }: { table: PcbTable }) {
  const t = useTranslations('pcb.steps')
  const { exactMoney } = useFormats()
  const all = [
    ['P', steps.chargeableWithAdditionalSen],
    ['K2', steps.epfExpectedSen],
    ['A', steps.onPaySen],
    ['C', steps.onAdditionalSen === 0 ? null : steps.onAdditionalSen],
  ] as const
  return (
    <details className={styles.steps}>
      <summary>{t('open')}</summary>
      <dl className={styles.sums}>
        {all.flatMap(([letter, sen]) =>
          sen === null
            ? []
            : [
                <div key={letter}>
                  <dt>
                    {t(letter)} <span className="soft">({letter})</span>
                  </dt>
                  <dd className="money">{exactMoney(sen)}</dd>
                </div>,
              ],
        )}
      </dl>
    </details>
  )
}

/** What is deducted in the year, against its tax. */
function YearSums({ year, table, known }: { year: number; table: PcbTable; known: PcbKnown }) {
  const t = useTranslations('pcb.year')
  const { exactMoney, aboutMoney } = useFormats()
  const { deductedSen, shouldHaveBeenSen, toComeSen, yearTaxSen } = table
  const { payableSen } = known
  const allSen = deductedSen + toComeSen
  const missedSen = shouldHaveBeenSen - deductedSen
  const overSen = payableSen === null ? null : allSen - payableSen
  return (
    <section>
      <h2 className={styles.heading}>{t('title', { year: String(year) })}</h2>
      <dl className={styles.sums}>
        <Sum name={t('deducted')} sen={deductedSen} />
        <Sum name={t('toCome')} sen={toComeSen} />
        <Sum name={t('all')} sen={allSen} isTotal />
        {yearTaxSen !== null && <Sum name={t('taxByEmployer')} sen={yearTaxSen} />}
        {payableSen !== null && <Sum name={t('taxByAnswers')} sen={payableSen} />}
      </dl>
      {missedSen !== 0 && (
        <p className="note">
          {t(missedSen > 0 ? 'tooLittle' : 'tooMuch', { amount: exactMoney(Math.abs(missedSen)) })}
        </p>
      )}
      {overSen !== null && Math.abs(overSen) >= 100 && (
        <p className="note">{t(overSen > 0 ? 'back' : 'toPay', { amount: aboutMoney(overSen) })}</p>
      )}
    </section>
  )
}

function Sum({ name, sen, isTotal = false }: { name: string; sen: number; isTotal?: boolean }) {
  const { exactMoney } = useFormats()
  return (
    <div data-total={isTotal || undefined}>
      <dt>{name}</dt>
      <dd className="money">{exactMoney(sen)}</dd>
    </div>
  )
}

function Sources({ table: { sources } }: { table: PcbTable }) {
  const t = useTranslations('pcb.sources')
  return (
    <details className={styles.steps}>
      <summary>{t('open')}</summary>
      <ul className={styles.sources}>
        {sources.map(({ title, publisher, url, place, certainty }) => (
          <li key={title} lang="en">
            {url ? <a href={url}>{title}</a> : title}, {publisher}, {place}.{' '}
            <span lang="">{t(certainty)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

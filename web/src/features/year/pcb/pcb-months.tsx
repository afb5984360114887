import { TextInput } from '@mantine/core'
import type { PcbTable } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './pcb.module.css'
import { type PcbValues, wrongIn } from './plan.ts'

interface PcbMonthsProps {
  year: number
  table: PcbTable
  values: PcbValues
  onChange(field: string, text: string | null): void
}

/** The table of the year: what should have been deducted, what was by the payslips, and what is to come. */
export function PcbMonths({ year, table, values, onChange }: PcbMonthsProps) {
  const t = useTranslations('pcb.months')
  const interview = useTranslations('interview')
  const { amount, monthName } = useFormats()
  const wrong = wrongIn(values)
  return (
    <section>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className="note">{t('hint')}</p>
      <table className={styles.months}>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            <th scope="col">{t('should')}</th>
            <th scope="col">{t('real')}</th>
          </tr>
        </thead>
        <tbody>
          {table.months.map(({ month, shouldSen, toComeSen }) => {
            const name = monthName(`${year}-${String(month).padStart(2, '0')}-01`)
            const field = `deducted-${month}`
            return (
              <tr key={month} data-now={month === table.month || undefined}>
                <th scope="row">{name}</th>
                <td className="money">{amount(shouldSen)}</td>
                <td className="money">
                  {toComeSen === null ? (
                    <TextInput
                      classNames={{ input: styles.payslip ?? '' }}
                      aria-label={t('payslip', { month: name })}
                      placeholder={amount(shouldSen)}
                      inputMode="decimal"
                      autoComplete="off"
                      value={values[field] ?? ''}
                      error={wrong.has(field) && interview('wrong.amount')}
                      onChange={({ currentTarget }) => onChange(field, currentTarget.value)}
                    />
                  ) : (
                    amount(toComeSen)
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

import { NativeSelect } from '@mantine/core'
import type { PcbKnown } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Choices } from '../interview/fields/choices.tsx'
import fields from '../interview/fields/fields.module.css'
import { MoneyInput } from '../interview/fields/money-input.tsx'
import styles from './pcb.module.css'
import { type MoneyName, type PcbValues, reliefsBy, wrongIn } from './plan.ts'

interface PcbFormProps {
  year: number
  known: PcbKnown
  values: PcbValues
  onChange(field: string, text: string | null): void
}

const REGIMES = ['resident', 'non-resident', 'returning-expert', 'knowledge-worker', 'c-suite'] as const
const CATEGORIES = ['1', '2', '3'] as const

/** What the payslip and the person say, as far as it applies. */
export function PcbForm({ year, known, values, onChange }: PcbFormProps) {
  const t = useTranslations('pcb')
  const interview = useTranslations('interview')
  const { shortMoney, monthName } = useFormats()
  const wrong = wrongIn(values)
  const nameOfMonth = (month: number) => monthName(`${year}-${String(month).padStart(2, '0')}-01`)
  const months = Array.from({ length: 13 - known.firstMonth }, (_, index) => known.firstMonth + index)
  const month = Number(values.month)
  const firstMonth = Number(values.firstMonth)
  const money = (name: MoneyName, hint?: string) => (
    <MoneyInput
      label={t(`fields.${name}`)}
      hint={hint}
      value={values[name] ?? ''}
      error={wrong.has(name) && interview('wrong.amount')}
      onChange={(text) => onChange(name, text)}
    />
  )
  const select = (
    name: 'month' | 'firstMonth' | 'category' | 'regime' | 'childUnits',
    options: [string, string][],
  ) => (
    <NativeSelect
      classNames={{ input: fields.input ?? '', label: fields.label ?? '', description: fields.hint ?? '' }}
      label={t(`fields.${name}`)}
      value={values[name]}
      data={options.map(([value, label]) => ({ value, label }))}
      onChange={({ currentTarget }) => onChange(name, currentTarget.value)}
    />
  )
  const yesNo = (name: 'hasBonus' | 'hasFormer' | 'tellsReliefs') => (
    <Choices
      legend={t(`fields.${name}`)}
      isShown
      options={(['no', 'yes'] as const).map((value) => ({ value, label: interview(`options.${value}`) }))}
      value={values[name] ?? 'no'}
      onChange={(value) => onChange(name, value)}
    />
  )
  const isResident = values.regime !== 'non-resident'
  const reliefsSen = reliefsBy(known, Math.max(month, firstMonth)).nowSen
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {select(
        'month',
        months.map((one) => [String(one), nameOfMonth(one)]),
      )}
      {money('pay', t('hints.pay'))}
      {isResident && money('epf')}
      {yesNo('hasBonus')}
      {values.hasBonus === 'yes' && (
        <div className={styles.nested}>
          {money('bonus', t('hints.bonus'))}
          {isResident && money('bonusEpf')}
        </div>
      )}
      {select(
        'firstMonth',
        months.map((one) => [String(one), nameOfMonth(one)]),
      )}
      {firstMonth > 1 && yesNo('hasFormer')}
      {firstMonth > 1 && values.hasFormer === 'yes' && (
        <div className={styles.nested}>
          <p className="note">{t('hints.former')}</p>
          {money('formerPay')}
          {money('formerEpf')}
          {money('formerPcb', t('hints.formerPcb'))}
          {money('formerZakat')}
          {money('formerReliefs', t('hints.formerReliefs'))}
        </div>
      )}
      {isResident && (
        <>
          {money('zakat', t('hints.zakat'))}
          {reliefsSen > 0 && (
            <>
              {yesNo('tellsReliefs')}
              <p className="note">{t('hints.reliefs', { amount: shortMoney(reliefsSen) })}</p>
            </>
          )}
        </>
      )}
      <details className={styles.who}>
        <summary>
          {t('who', {
            category: t(`short.c${values.category as '1'}`),
            regime: t(`regimes.${values.regime as 'resident'}`),
          })}
        </summary>
        <div className={styles.nested}>
          {select(
            'regime',
            REGIMES.map((one) => [one, t(`regimes.${one}`)]),
          )}
          {isResident && (
            <>
              {select(
                'category',
                CATEGORIES.map((one) => [one, t(`categories.c${one}`)]),
              )}
              {values.category !== '1' &&
                select(
                  'childUnits',
                  unitsFor(known.childUnits).map((one) => [
                    String(one),
                    t('units', { count: String(one), amount: shortMoney(one * 2000_00) }),
                  ]),
                )}
            </>
          )}
          <p className="note">{t('hints.who')}</p>
          <LinkButton to="/app/year/interview/{-$card}" look="text" height={44}>
            {t('answers')}
          </LinkButton>
        </div>
      </details>
    </form>
  )
}

/** Whole units, and what the facts come to. */
const unitsFor = (known: number) =>
  [...new Set([...Array.from({ length: 17 }, (_, index) => index), known])].toSorted((a, b) => a - b)

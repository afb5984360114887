import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import styles from './receipt-sheet.module.css'

/** What was decided: each part with its amount; what nobody has decided is said as well. */
export function CountsFor({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page')
  const { exactMoney, nameOf } = useFormats()
  const year = receipt.yearOfAssessment
  const { data: reliefs } = useQuery({ ...reliefsQuery(year ?? 0), enabled: year !== null })
  if (receipt.allocations.length === 0) {
    if (receipt.suggestionMissing !== 'no_law') return null
    return <p className="soft">{t('noLaw', { year: String(year) })}</p>
  }
  const total = receipt.currency === 'MYR' ? receipt.totalSen : receipt.myrSen
  const rest = (total ?? 0) - receipt.allocations.reduce((sum, { sen }) => sum + sen, 0)
  const nameFor = (code: string) => {
    const head = reliefs && findRelief(reliefs, code)
    return head ? nameOf(head.shortName) : code
  }
  return (
    <dl className={styles.parts}>
      {receipt.allocations.map(({ relief, sen, person }) => (
        <Part
          key={`${relief} ${person} ${sen}`}
          amount={exactMoney(sen)}
          counts={relief !== null}
          text={relief === null ? t('notCounted') : t('counts', { relief: nameFor(relief) })}
        />
      ))}
      {rest !== 0 && <Part amount={exactMoney(rest)} counts={false} text={t('undecided')} />}
    </dl>
  )
}

function Part({ amount, counts, text }: { amount: string; counts: boolean; text: string }) {
  return (
    <>
      <dt className="money" data-counts={counts ? 'yes' : 'no'}>
        {amount}
      </dt>
      <dd data-counts={counts ? 'yes' : 'no'}>{text}</dd>
    </>
  )
}

import type { ReactNode } from 'react'
import type { Estimate, Taxpayer } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Clause, Figure, Sentence } from '../../../ui/sentence.tsx'
import styles from '../year.module.css'

const money = (chunks: ReactNode) => <Figure>{chunks}</Figure>

/** "Tax of RM 2,528.50 for 2026. Expect about RM 803 back." */
export function YearSentence({ estimate, facts }: { estimate: Estimate; facts: Taxpayer['facts'] }) {
  const t = useTranslations('year')
  const { shortMoney, aboutMoney } = useFormats()
  const { computation, withSuggestions, year } = estimate
  const { payableSen, balanceSen } = computation
  const { taxPaidSen, instalmentsSen } = facts
  const isPaidKnown = taxPaidSen !== undefined || instalmentsSen !== undefined
  const paidSen = payableSen - balanceSen
  const amount = aboutMoney(balanceSen)
  const outcome = balanceSen === 0 ? 'even' : balanceSen < 0 ? 'refund' : 'pay'
  return (
    <div className={styles.sentence}>
      <Sentence>
        <Clause>{t.rich('sentence.tax', { money, tax: shortMoney(payableSen), year: String(year) })}</Clause>
        <Clause>
          {!isPaidKnown && payableSen > 0
            ? t('sentence.nothingPaid')
            : t.rich(`sentence.${outcome}`, { money, amount })}
        </Clause>
      </Sentence>
      {isPaidKnown && paidSen > 0 && <p className="soft">{t('paid', { amount: shortMoney(paidSen) })}</p>}
      {withSuggestions.savesSen > 0 && (
        <p className="soft">{t('suggested', { amount: aboutMoney(withSuggestions.savesSen) })}</p>
      )}
    </div>
  )
}

import type { Estimate, TaxReturn } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './result.module.css'

type Computation = Estimate['computation']

/** What e-Filing should come to, to compare. */
export function ResultCard({ computation, taxReturn }: { computation: Computation; taxReturn: TaxReturn }) {
  const t = useTranslations('file.result')
  const { shortMoney, amount, shortDay } = useFormats()
  const { reliefsSen, chargeableIncomeSen, payableSen, balanceSen } = computation
  const { dueOn, eFilingUntil, computed, lines, carriedForward } = taxReturn
  const leftOf = ({ lossesSen, capitalAllowancesSen }: NonNullable<TaxReturn['carriedForward']>) =>
    [
      lossesSen > 0 && t('losses', { amount: shortMoney(lossesSen) }),
      capitalAllowancesSen > 0 && t('allowances', { amount: shortMoney(capitalAllowancesSen) }),
    ]
      .filter(Boolean)
      .join(', ')
  const isUnknown = (code: string) =>
    [...lines, ...computed].some((line) => line.code === code && line.missing !== null)
  const ifKnown = (sen: number, code: string) => (isUnknown(code) ? t('notEntered') : amount(sen))
  const result = isUnknown('tax-paid') && balanceSen > 0 ? 'withoutPaid' : balanceSen < 0 ? 'refund' : 'pay'
  return (
    <section className={styles.card} aria-label={t(result)}>
      <dl>
        <div className={styles.first}>
          <dt>{t('reliefs')}</dt>
          <dd>{shortMoney(reliefsSen)}</dd>
        </div>
        <div>
          <dt>{t('chargeable')}</dt>
          <dd className="money">{ifKnown(chargeableIncomeSen, 'chargeable-income')}</dd>
        </div>
        <div>
          <dt>{t('tax')}</dt>
          <dd className="money">{ifKnown(payableSen, 'tax-payable')}</dd>
        </div>
        <div>
          <dt>{t('paid')}</dt>
          <dd className="money">{ifKnown(payableSen - balanceSen, 'tax-paid')}</dd>
        </div>
        <div className={styles.last}>
          <dt>{t(result)}</dt>
          <dd className="money">{isUnknown('tax-payable') ? '–' : shortMoney(Math.abs(balanceSen))}</dd>
        </div>
      </dl>
      {carriedForward && <p className="note">{t('carriedForward', { what: leftOf(carriedForward) })}</p>}
      {balanceSen > 0 && <p>{t('payBy', { due: shortDay(dueOn), eFiling: shortDay(eFilingUntil) })}</p>}
      <p className="note">{t('compare')}</p>
    </section>
  )
}

/** The refund or what is left to pay, in the strip over a phone's bar. */
export function Outcome({ computation: { balanceSen } }: { computation: Computation }) {
  const t = useTranslations('file.result')
  const { shortMoney } = useFormats()
  return (
    <p className={styles.outcome}>
      <span>{t('toCompare', { what: t(balanceSen < 0 ? 'refund' : 'pay') })}</span>
      <b>{shortMoney(Math.abs(balanceSen))}</b>
    </p>
  )
}

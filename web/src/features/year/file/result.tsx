import type { Estimate } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './result.module.css'

type Computation = Estimate['computation']

/** What e-Filing should come to, to compare. */
export function ResultCard({ computation }: { computation: Computation }) {
  const t = useTranslations('file.result')
  const { shortMoney, amount } = useFormats()
  const { reliefsSen, chargeableIncomeSen, payableSen, balanceSen } = computation
  return (
    <section className={styles.card} aria-label={t(balanceSen < 0 ? 'refund' : 'pay')}>
      <dl>
        <div className={styles.first}>
          <dt>{t('reliefs')}</dt>
          <dd>{shortMoney(reliefsSen)}</dd>
        </div>
        <div>
          <dt>{t('chargeable')}</dt>
          <dd className="money">{amount(chargeableIncomeSen)}</dd>
        </div>
        <div>
          <dt>{t('tax')}</dt>
          <dd className="money">{amount(payableSen)}</dd>
        </div>
        <div>
          <dt>{t('paid')}</dt>
          <dd className="money">{amount(payableSen - balanceSen)}</dd>
        </div>
        <div className={styles.last}>
          <dt>{t(balanceSen < 0 ? 'refund' : 'pay')}</dt>
          <dd className="money">{shortMoney(Math.abs(balanceSen))}</dd>
        </div>
      </dl>
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

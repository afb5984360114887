import type { Estimate } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { type IncomePart, partsOf } from './parts.ts'
import styles from './ringgit-picture.module.css'

/** Below this share of the income a column has no room for its name. */
const NAMED = 0.045

/** Where each ringgit goes: columns as wide as the income, with a foot as high as the rate, so that area is tax. */
export function RinggitPicture({ computation }: { computation: Estimate['computation'] }) {
  const t = useTranslations('year.picture')
  const { exactMoney } = useFormats()
  const parts = partsOf(computation)
  return (
    <section className={styles.part} aria-labelledby="ringgit">
      <div className={styles.head}>
        <h2 id="ringgit" className="part-title">
          {t('title')}
        </h2>
        <p className={styles.of}>
          {/* Basis points of the income are sen of every RM 100. */}
          <span>{t('of', { amount: exactMoney(computation.effectiveRateBasisPoints) })}</span>
          <span className={styles.legend} aria-hidden="true">
            <span className={styles.key} /> {t('key')}
          </span>
        </p>
      </div>
      <Columns parts={parts} />
      <PartsTable parts={parts} computation={computation} />
    </section>
  )
}

/** For the eyes only: the table below says the same. */
function Columns({ parts }: { parts: IncomePart[] }) {
  const t = useTranslations('year.picture')
  const { aggregate, last } = {
    aggregate: parts.reduce((sum, { incomeSen }) => sum + incomeSen, 0),
    last: parts.length - 1,
  }
  return (
    <div className={styles.columns} aria-hidden="true">
      {parts.map(({ kind, ratePercent, incomeSen }, index) => {
        const isLast = index === last
        const isNamed = isLast || incomeSen / aggregate > NAMED
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the law
            key={index}
            className={styles.column}
            style={{ flexGrow: incomeSen / aggregate }}
            data-last={isLast || undefined}
          >
            <span className={styles.name}>
              {isNamed &&
                (kind === 'rate'
                  ? isLast
                    ? `${ratePercent} %`
                    : ratePercent
                  : kind === 'relief' && t('relief'))}
            </span>
            <svg className={styles.box} data-kind={kind} width="100%" height="100%" aria-hidden="true">
              <rect
                className={styles.foot}
                y={`${100 - ratePercent}%`}
                width="100%"
                height={`${ratePercent}%`}
              />
            </svg>
          </div>
        )
      })}
    </div>
  )
}

function PartsTable({ parts, computation }: { parts: IncomePart[]; computation: Estimate['computation'] }) {
  const t = useTranslations('year.bands')
  const { amount, bareMoney } = useFormats()
  const { aggregateIncomeSen, payableSen, rebatesSen, taxSen } = computation
  const creditSen = taxSen - rebatesSen - payableSen
  return (
    <table className={styles.table}>
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('income')}</th>
          <th scope="col">{t('tax')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ kind, ratePercent, incomeSen, taxSen: ofPart }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the law
          <tr key={index}>
            <th scope="row">{kind === 'rate' ? t('rate', { rate: String(ratePercent) }) : t(kind)}</th>
            <td className="money">{bareMoney(incomeSen)}</td>
            <td className="money">{ofPart === null ? '–' : amount(ofPart)}</td>
          </tr>
        ))}
        {rebatesSen > 0 && <Off name={t('rebates')} sen={rebatesSen} />}
        {creditSen > 0 && <Off name={t('credit')} sen={creditSen} />}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td className="money">{bareMoney(aggregateIncomeSen)}</td>
          <td className="money">{amount(payableSen)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Off({ name, sen }: { name: string; sen: number }) {
  const { amount } = useFormats()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td />
      <td className="money">{amount(-sen)}</td>
    </tr>
  )
}

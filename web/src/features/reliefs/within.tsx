import type { ClaimLine, Reliefs } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { isFixed } from './head.ts'
import styles from './relief-detail.module.css'
import { ReliefLink } from './relief-link.tsx'

/** The reliefs that share the limit of another one. */
export function Within({ lines, reliefs }: { lines: ClaimLine[]; reliefs: Reliefs }) {
  const t = useTranslations('reliefs')
  const common = useTranslations('common')
  const { nameOf, shortMoney, bareMoney } = useFormats()
  const usedOf = ({ code, allowedSen, limitSen }: ClaimLine) =>
    limitSen === null || isFixed(code, reliefs)
      ? shortMoney(allowedSen)
      : common('of', { used: shortMoney(allowedSen), limit: bareMoney(limitSen) })
  return (
    <section aria-labelledby="within">
      <h2 id="within" className={styles.sub}>
        {t('within')}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.code}>
            <ReliefLink code={line.code} className={styles.within}>
              <span>{nameOf(line.shortName)}</span>
              <span className="money">{usedOf(line)}</span>
            </ReliefLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

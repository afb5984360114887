import { IconCheck } from '@tabler/icons-react'
import type { ClaimLine } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { totalAllowed } from './lines.ts'
import { ReliefLink } from './relief-link.tsx'
import styles from './reliefs.module.css'

/** What is granted without a receipt. */
export function Automatic({ lines, chosen }: { lines: ClaimLine[]; chosen: string | undefined }) {
  const t = useTranslations('reliefs')
  const { nameOf, shortMoney } = useFormats()
  return (
    <section aria-labelledby="automatic">
      <div className={styles.part}>
        <h2 id="automatic" className="part-title">
          {t('automatic')}
        </h2>
        <b className="money">{shortMoney(totalAllowed(lines))}</b>
      </div>
      <ul className={styles.columns}>
        {lines.map((line) => (
          <li key={line.code}>
            <ReliefLink code={line.code} chosen={chosen} className={styles.item}>
              <span>{nameOf(line.shortName)}</span>
              <span className="money">{shortMoney(line.allowedSen)}</span>
              <IconCheck size={18} stroke={1.8} color="var(--brand)" aria-hidden />
            </ReliefLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

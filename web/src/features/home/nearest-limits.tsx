import { Link } from '@tanstack/react-router'
import type { LimitUse } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { ReliefBar } from '../../ui/relief-bar.tsx'
import styles from './part.module.css'

export function NearestLimits({ lines }: { lines: LimitUse[] }) {
  const t = useTranslations('home')
  const { nameOf } = useFormats()
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="nearest" className={styles.part}>
      <div className={styles.head}>
        <h2 id="nearest" className="part-title">
          {t('nearest')}
        </h2>
        <Link to="/app/reliefs" className={styles.all}>
          {t('allReliefs')}
        </Link>
      </div>
      {lines.map((line) => (
        <Link key={line.code} to="/app/reliefs" search={{ relief: line.code }} className={styles.bar}>
          <ReliefBar
            name={nameOf(line.shortName)}
            usedSen={line.usedSen}
            suggestedSen={line.suggestedSen}
            limitSen={line.limitSen}
          />
        </Link>
      ))}
    </section>
  )
}

import type { FactEffect } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import type { Known } from './fields.ts'
import styles from './question.module.css'
import type { Screen } from './screen.ts'
import type { Effects } from './use-effects.ts'

/** The tax before the answer, struck, and after it; a screen reader hears "was, now". */
export function TaxFoot({ screen, known, effects }: { screen: Screen; known: Known; effects: Effects }) {
  const t = useTranslations('interview.foot')
  const { exactMoney } = useFormats()
  const year = String(known.year)
  const { now, after = now } = effects
  const ofBoth = Object.values(known.facts.spouse?.income ?? {}).some((sen) => (sen ?? 0) > 0)
  const isBalance = screen.shows === 'balance'
  const measure = ({ balanceSen, togetherSen, payableSen }: FactEffect) =>
    isBalance ? balanceSen : ofBoth ? togetherSen : payableSen
  if (!now || !after) return <p className={styles.tax} aria-hidden="true" />
  const isUnknown = Object.values(known.facts.income ?? {}).every((sen) => !sen) && measure(after) === 0
  if (isUnknown) return <p className={styles.tax}>{t('noIncome')}</p>

  const [before, then] = [measure(now), measure(after)]
  const what = t(isBalance ? (then < 0 ? 'back' : 'toPay') : ofBoth ? 'together' : 'tax', { year })
  // Which of the two it is, the words say.
  const shown = (sen: number) => exactMoney(isBalance ? Math.abs(sen) : sen)
  const isSameSide = before < 0 === then < 0
  const isChanged = before !== then && isSameSide
  return (
    <div className={styles.tax} role="status">
      {isChanged && (
        <span className="sr-only">{t('changed', { what, before: shown(before), after: shown(then) })}</span>
      )}
      <span aria-hidden={isChanged || undefined}>{what}</span>
      <span className={styles.figures} aria-hidden={isChanged || undefined}>
        {isChanged && <s className="soft money">{shown(before)}</s>}
        <b className="money">{shown(then)}</b>
      </span>
    </div>
  )
}

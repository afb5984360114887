import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useFormats, useTranslations } from '../i18n/index.ts'
import styles from './relief-bar.module.css'

export interface ReliefBarProps {
  name: string
  /** Confirmed and allowed, in sen. */
  usedSen: number
  /** Allowed on top of that if every suggestion is right, in sen. */
  suggestedSen: number
  limitSen: number
  /** Spent beyond the limit, in sen. */
  overSen?: number
  /** Second line with the figures; left out where the bar only summarizes. */
  details?: boolean
  /** Section of the Act, after the figures. */
  section?: string
  /** A limit within another: drawn thinner. */
  sub?: boolean
  /** On a desk everything in the line above the bar. */
  oneLine?: boolean
}

export interface BarProps {
  usedSen: number
  suggestedSen: number
  limitSen: number
  /** What the bar says, for assistive technology; left out where the text beside it says the same. */
  label?: string
}

/** The bar alone. Its stripes stand for "suggested, not yet checked" wherever they appear. */
export function Bar({ usedSen, suggestedSen, limitSen, label }: BarProps) {
  const stripes = useId()
  const leftSen = Math.max(0, limitSen - usedSen)
  const share = (sen: number) => `${limitSen === 0 ? 0 : Math.min(100, (100 * sen) / limitSen)}%`
  return (
    <div
      className={styles.track}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <svg className={styles.parts} aria-hidden="true" width="100%" height="100%">
        <defs>
          <pattern
            id={stripes}
            width="5"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="skewX(-25)"
          >
            <rect className={styles.stripe} width="2.4" height="10" />
          </pattern>
        </defs>
        <rect className={styles.used} width={share(usedSen)} height="100%" />
        {suggestedSen > 0 && leftSen > 0 && (
          <rect
            className={styles.suggested}
            x={share(usedSen)}
            width={share(Math.min(suggestedSen, leftSen))}
            height="100%"
            fill={`url(#${stripes})`}
          />
        )}
      </svg>
    </div>
  )
}

/** How much of a limit is used (solid), suggested (stripes) and left (track). Its label says all three. */
export function ReliefBar(props: ReliefBarProps) {
  const { name, usedSen, suggestedSen, limitSen, overSen = 0, details = true, section } = props
  const t = useTranslations('common')
  const { shortMoney, bareMoney, exactMoney } = useFormats()
  const leftSen = Math.max(0, limitSen - usedSen)
  const isFull = leftSen === 0

  return (
    <div className={styles.bar} data-sub={props.sub || undefined} data-one-line={props.oneLine || undefined}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className={styles.left}>
          {isFull ? (
            <>
              <IconCheck size={18} stroke={2} aria-hidden /> {t('full')}
            </>
          ) : (
            t('left', { amount: shortMoney(leftSen) })
          )}
        </span>
      </div>
      <Bar
        usedSen={usedSen}
        suggestedSen={suggestedSen}
        limitSen={limitSen}
        label={t('barLabel', {
          name,
          used: shortMoney(usedSen),
          limit: shortMoney(limitSen),
          suggested: shortMoney(suggestedSen),
          left: shortMoney(leftSen),
        })}
      />
      {details && (
        <div className={styles.details}>
          <span className={styles.of}>
            <span className={styles.figures}>
              {t('of', { used: shortMoney(usedSen), limit: bareMoney(limitSen) })}
            </span>
            {section && <span className={styles.section}>s. {section}</span>}
          </span>
          {overSen > 0 ? (
            <span className={styles.over}>{t('over', { amount: exactMoney(overSen) })}</span>
          ) : (
            suggestedSen > 0 &&
            !isFull && (
              <span className={styles.more}>{t('suggested', { amount: bareMoney(suggestedSen) })}</span>
            )
          )}
        </div>
      )}
    </div>
  )
}

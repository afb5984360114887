import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Estimate, WhatIfAnswer } from '../../../../../server/api-types.ts'
import { assessmentsQuery } from '../../../api/tax-return.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './couple-choice.module.css'

/** Joint against separate assessment: what both pay together, and which is better by how much. */
export function CoupleChoice({ estimate }: { estimate: Estimate }) {
  const t = useTranslations('year.couple')
  const { shortMoney } = useFormats()
  const { data, error, refetch } = useQuery(assessmentsQuery(estimate.year))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  // Joint assessment needs income of both.
  if (!data || data.assessments.length < 2) return null
  const { assessments, best } = data
  const ways = [
    ...assessments.filter(({ assessment }) => assessment === 'separate'),
    ...bestJoint(data, estimate),
  ]
  const leastSen = Math.min(...ways.map(({ payableSen }) => payableSen))
  const isAllTheSame = ways.every(({ payableSen }) => payableSen === leastSen)
  return (
    <section className={styles.couple} aria-labelledby="couple">
      <h2 id="couple" className="part-title">
        {t('title')}
      </h2>
      <ul className={styles.ways}>
        {ways.map(({ assessment, payableSen }) => {
          const isBest = assessment === best && !isAllTheSame
          return (
            <li key={assessment} className={styles.way} data-best={isBest || undefined}>
              <h3 className={styles.name}>
                {t(assessment === 'separate' ? 'separate' : 'joint')}
                {isBest && (
                  <span className={styles.better}>
                    <IconCheck size={18} stroke={2} aria-hidden /> {t('better')}
                  </span>
                )}
              </h3>
              <p className={styles.amount}>{shortMoney(payableSen)}</p>
              <p className="note">
                {assessment === 'separate' ? <Shares answer={data} /> : t(`in.${assessment}`)}
              </p>
              {isAllTheSame && <p className="note">{t('same')}</p>}
              {payableSen > leastSen && (
                <p className="note">{t('more', { amount: shortMoney(payableSen - leastSen) })}</p>
              )}
              {assessment === estimate.assessment && <p className={styles.chosen}>{t('chosen')}</p>}
            </li>
          )
        })}
      </ul>
      <LinkButton
        to="/app/year/interview/{-$card}"
        params={{ card: 'assessment' }}
        look="text"
        height={44}
        className={styles.choose}
      >
        {t('choose')}
      </LinkButton>
    </section>
  )
}

/** In whose name it is better; where that makes no difference, the one that was chosen, else the own. */
function bestJoint({ assessments }: WhatIfAnswer, { assessment: chosen }: Estimate) {
  const joint = assessments.filter(({ assessment }) => assessment !== 'separate')
  const leastSen = Math.min(...joint.map(({ payableSen }) => payableSen))
  const least = joint.filter(({ payableSen }) => payableSen === leastSen)
  return [least.find(({ assessment }) => assessment === chosen) ?? least[0]].filter(
    (one) => one !== undefined,
  )
}

/** What each of the couple pays, where that was computed. */
function Shares({ answer: { now, after } }: { answer: WhatIfAnswer }) {
  const t = useTranslations('year.couple')
  const { shortMoney } = useFormats()
  const separate = [now, after].find(({ assessment }) => assessment === 'separate')
  if (!separate?.own || !separate.spouse) return null
  const own = shortMoney(separate.own.payableSen)
  const { payableSen } = separate.spouse
  return payableSen === 0 ? t('otherNothing') : t('split', { own, spouse: shortMoney(payableSen) })
}

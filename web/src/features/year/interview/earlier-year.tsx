import type { Facts, Taxpayer } from '../../../../../server/api-types.ts'
import { useSaveFacts } from '../../../api/taxpayer.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './earlier-year.module.css'
import type { Drafts } from './use-interview.ts'

/** Under which it is kept that the person rather answers anew. */
const DECLINED = 'earlier year declined'

export const isOffered = (earlier: Taxpayer['fromEarlierYear'], { drafts }: Drafts) =>
  earlier !== null && Object.keys(earlier.facts).length > 0 && drafts[DECLINED] === undefined

interface EarlierYearProps {
  year: number
  earlier: NonNullable<Taxpayer['fromEarlierYear']>
  drafts: Drafts
}

/** What an earlier year told is offered, so that nobody is asked twice. */
export function EarlierYear({ year, earlier, drafts }: EarlierYearProps) {
  const t = useTranslations('interview.earlier')
  const options = useTranslations('interview.options')
  const save = useSaveFacts(year)
  const { maritalStatus, children, ...others } = earlier.facts
  const known = [
    maritalStatus && options(maritalStatus).toLowerCase(),
    children && t('children', { count: children.length }),
    ...(['parents', 'disabled', 'sex'] as const).map((name) => others[name] !== undefined && t(name)),
  ].filter(Boolean)
  return (
    <section className={styles.earlier} aria-labelledby="earlier-year">
      <h2 id="earlier-year" className="question">
        {t('title', { year: String(year) })}
      </h2>
      <p>{t('text', { from: String(earlier.year), what: known.join(', ') })}</p>
      <div className={styles.ways}>
        <Button
          look="tonal"
          height={44}
          busy={save.isPending}
          onClick={() => save.mutate({ change: (facts: Facts) => ({ ...earlier.facts, ...facts }) })}
        >
          {t('yes')}
        </Button>
        <Button look="text" height={44} onClick={() => drafts.setDraft(DECLINED, 'yes')}>
          {t('no')}
        </Button>
      </div>
      {save.error && <ProblemNotice error={save.error} />}
    </section>
  )
}

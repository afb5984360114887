import type { Overview } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { ReliefLink } from './relief-link.tsx'
import styles from './reliefs.module.css'

const SHOWN = 4

/** What the law changed for the year, what is new first; each leads to the relief, which says more. */
export function Changes({ overview: { year, changes } }: { overview: Overview }) {
  const t = useTranslations('reliefs')
  if (changes.length === 0) return null
  const more = changes.slice(SHOWN)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="part-title">
        {t('changes', { year: String(year) })}
      </h2>
      <ChangeList changes={changes.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{t('moreChanges', { count: more.length })}</summary>
          <ChangeList changes={more} />
        </details>
      )}
    </section>
  )
}

function ChangeList({ changes }: { changes: Overview['changes'] }) {
  const t = useTranslations('reliefs')
  const { nameOf, shortMoney } = useFormats()
  return (
    <ul className={styles.columns}>
      {changes.map(({ code, shortName, isNew, limitSen }) => (
        <li key={code}>
          <ReliefLink code={code} className={styles.item}>
            <span>
              {nameOf(shortName)} <span className={styles.tag}>{t(isNew ? 'isNew' : 'isChanged')}</span>
            </span>
            {limitSen !== null && (
              <span className="money">{t('upTo', { amount: shortMoney(limitSen) })}</span>
            )}
          </ReliefLink>
        </li>
      ))}
    </ul>
  )
}

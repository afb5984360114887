import { useEffect, useRef } from 'react'
import type { Claims, Overview, Reliefs } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Automatic } from './automatic.tsx'
import { Changes } from './changes.tsx'
import { Gifts } from './gifts.tsx'
import { foundAndAutomatic, totalAllowed } from './lines.ts'
import { ReliefTree } from './relief-tree.tsx'
import styles from './reliefs.module.css'

interface Props {
  claims: Claims
  reliefs: Reliefs
  overview: Overview
  /** Code of the relief that is open. */
  chosen: string | undefined
}

/** Everything that counts in the year, and what is left. */
export function ReliefList({ claims, reliefs, overview, chosen }: Props) {
  const t = useTranslations('reliefs')
  const { shortMoney } = useFormats()
  const list = useRef<HTMLDivElement>(null)
  useFocusBack(list.current, chosen)
  const { found, automatic } = foundAndAutomatic(claims, reliefs)
  const sums = [
    { name: t('found'), sen: totalAllowed(found) },
    { name: t('automatic'), sen: totalAllowed(automatic) },
    { name: t('together'), sen: claims.allowedSen },
  ]
  return (
    <div className={styles.list} ref={list}>
      <div className={styles.head}>
        <h1 className="page-title">{t('title')}</h1>
        <dl className={styles.sums}>
          {sums.map(({ name, sen }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="money">{shortMoney(sen)}</dd>
            </div>
          ))}
        </dl>
        <ul className={styles.legend}>
          {(['counts', 'suggested', 'left'] as const).map((part) => (
            <li key={part}>
              <span className={styles.key} data-part={part} aria-hidden="true" /> {t(`legend.${part}`)}
            </li>
          ))}
        </ul>
      </div>
      <section aria-labelledby="found" className={styles.section}>
        <div className={styles.part}>
          <h2 id="found" className="part-title">
            {t('found')}
          </h2>
          <b className="money">{shortMoney(totalAllowed(found))}</b>
        </div>
        <ReliefTree lines={found} reliefs={reliefs} chosen={chosen} incomeKnown={overview.incomeKnown} />
      </section>
      {automatic.length > 0 && <Automatic lines={automatic} chosen={chosen} />}
      <Gifts claims={claims} reliefs={reliefs} chosen={chosen} />
      <Changes overview={overview} />
    </div>
  )
}

/** Whoever comes back to the list on a phone goes on where they left it. */
function useFocusBack(list: HTMLElement | null, chosen: string | undefined) {
  const last = useRef(chosen)
  useEffect(() => {
    const left = last.current
    last.current = chosen
    if (chosen === undefined && left !== undefined)
      list?.querySelector<HTMLElement>(`[data-relief="${CSS.escape(left)}"]`)?.focus()
  }, [list, chosen])
}

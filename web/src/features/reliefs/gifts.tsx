import type { Claims, Reliefs } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { giftsOf } from './head.ts'
import { ReliefLink } from './relief-link.tsx'
import styles from './reliefs.module.css'

/** Zakat and gifts: they are no reliefs, but receipts count for them. */
export function Gifts({
  claims,
  reliefs,
  chosen,
}: {
  claims: Claims
  reliefs: Reliefs
  chosen: string | undefined
}) {
  const t = useTranslations('reliefs')
  const all = giftsOf(claims, reliefs)
  const isShown = ({ code, usedSen }: (typeof all)[number]) => usedSen > 0 || code === chosen
  const rest = all.filter((one) => !isShown(one))
  return (
    <section aria-labelledby="gifts">
      <h2 id="gifts" className="part-title">
        {t('gifts')}
      </h2>
      <GiftList gifts={all.filter(isShown)} chosen={chosen} />
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{t('moreGifts')}</summary>
          <GiftList gifts={rest} chosen={chosen} />
        </details>
      )}
    </section>
  )
}

function GiftList({ gifts, chosen }: { gifts: ReturnType<typeof giftsOf>; chosen: string | undefined }) {
  const { nameOf, shortMoney } = useFormats()
  if (gifts.length === 0) return null
  return (
    <ul className={styles.columns}>
      {gifts.map(({ code, shortName, usedSen }) => (
        <li key={code}>
          <ReliefLink code={code} chosen={chosen} className={styles.item}>
            <span>{nameOf(shortName)}</span>
            {usedSen > 0 && <span className="money">{shortMoney(usedSen)}</span>}
          </ReliefLink>
        </li>
      ))}
    </ul>
  )
}

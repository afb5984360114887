import type { Overview, QueuedReceipt, ReceiptQueue } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { SuggestedIn } from './suggested-in.tsx'
import styles from './to-check.module.css'

/** As many as a desk shows at once; the button opens all of them. */
const SHOWN = 3

/** The stack of receipts that need a person: one on a phone, three on a desk. */
export function ToCheck({ queue, overview }: { queue: ReceiptQueue; overview?: Overview }) {
  const t = useTranslations('home')
  const { shortMoney } = useFormats()
  if (queue.count === 0) {
    return (
      <div className={styles.card}>
        <EmptyState
          title={t('allDone')}
          text={
            overview
              ? t('allDoneText', { amount: shortMoney(overview.foundSen), year: String(overview.year) })
              : ''
          }
          action={
            <LinkButton to="/app/snap" look="tonal">
              {t('snap')}
            </LinkButton>
          }
        />
      </div>
    )
  }
  return (
    <section className={styles.card} data-stack={queue.count > 1 || undefined} aria-labelledby="to-check">
      <div className={styles.head}>
        <h2 id="to-check" className={styles.title}>
          {t('toCheck')} <span className={styles.count}>{queue.count}</span>
        </h2>
        {overview && <AboutMore overview={overview} />}
      </div>
      <ul>
        {queue.receipts.slice(0, SHOWN).map((receipt) => (
          <QueueRow key={receipt.id} receipt={receipt} />
        ))}
      </ul>
      <div className={styles.foot}>
        <LinkButton to="/app/check/{-$id}" height={48} className={styles.button ?? ''}>
          {t('check', { count: queue.count })}
        </LinkButton>
        <p className={styles.drop}>{t('drop')}</p>
      </div>
    </section>
  )
}

function AboutMore({ overview }: { overview: Overview }) {
  const t = useTranslations('home')
  const { aboutMoney } = useFormats()
  const { savesMoreSen } = overview.withSuggestions
  if (!savesMoreSen || savesMoreSen < 100) return null
  return (
    <p className={styles.more}>
      <span className={styles.stripes} aria-hidden="true" />
      {t('aboutMore', { amount: aboutMoney(savesMoreSen) })}
    </p>
  )
}

function QueueRow({ receipt }: { receipt: QueuedReceipt }) {
  const t = useTranslations('home')
  const { exactMoney, longDay } = useFormats()
  const { merchant, paidOn, totalSen, currency } = receipt
  return (
    <li className={styles.row}>
      <Thumbnail receipt={receipt} size="stack" />
      <div className={styles.what}>
        <p className={styles.merchant}>{merchant ?? t('noShop')}</p>
        <p className="soft">{paidOn ? longDay(paidOn) : t('noDay')}</p>
      </div>
      <p className={styles.total}>{totalSen === null ? '' : exactMoney(totalSen, currency)}</p>
      <SuggestedIn receipt={receipt} />
    </li>
  )
}

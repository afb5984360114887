import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../../api/session.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { readKeptList } from '../../../offline/kept-list.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Loading } from '../../../ui/loading.tsx'
import styles from './kept-receipts.module.css'
import { ringgitSen } from './receipt-facts.ts'

/** Without a network: the receipts of the year as they were when the server was last asked, to be read only. */
export function KeptReceipts({ year }: { year: number }) {
  const t = useTranslations()
  const { amount, instant, number, shortDay } = useFormats()
  const { data: profile } = useQuery(sessionQuery)
  const sub = profile?.sub ?? ''
  const { data: kept } = useQuery({
    queryKey: ['kept-list', sub],
    // A browser that keeps nothing has no list.
    queryFn: async () => (await readKeptList(sub).catch(() => undefined)) ?? null,
    networkMode: 'always',
    gcTime: 0,
  })
  if (!kept) return <Loading />
  if (kept.year !== year) {
    return (
      <EmptyState
        title={t('offline.needsNetwork.title')}
        text={t('offline.list.otherYear', { year: String(kept.year) })}
        action={
          <LinkButton to="/app/receipts" search={{ year: kept.year }} look="tonal">
            {t('offline.list.open', { year: String(kept.year) })}
          </LinkButton>
        }
      />
    )
  }
  const { receipts, total, asOf } = kept
  return (
    <>
      <p className={styles.asOf}>
        {t('offline.list.asOf', { year: String(year), at: instant(asOf) })}{' '}
        {total > receipts.length &&
          t('offline.list.part', { kept: number(receipts.length), total: number(total) })}
      </p>
      {receipts.length === 0 && <p className="soft">{t('offline.list.empty', { year: String(year) })}</p>}
      <ul>
        {receipts.map((receipt) => {
          const sen = ringgitSen(receipt)
          return (
            <li key={receipt.id} className={styles.row}>
              <span className={styles.name}>{receipt.merchant ?? t('receipts.noShop')}</span>
              <span className="money">{sen === null ? '' : amount(sen)}</span>
              <span className="note">
                {receipt.paidOn ? shortDay(receipt.paidOn) : t('receipts.noDay')}
                {receipt.status !== 'confirmed' && `, ${t(`receipts.status.${receipt.status}`)}`}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

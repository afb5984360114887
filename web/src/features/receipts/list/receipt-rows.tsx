import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { ReceiptSummary } from '../../../../../server/api-types.ts'
import { reliefsQuery } from '../../../api/queries.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import { MonthHead } from './month-head.tsx'
import { type Month, mainRelief, monthsOf } from './receipt-facts.ts'
import { ReceiptRow } from './receipt-row.tsx'
import styles from './receipt-rows.module.css'
import type { Selection } from './use-selection.ts'

interface Props {
  receipts: ReceiptSummary[]
  year: number
  view: 'rows' | 'tiles'
  selection: Selection
  hasMore: boolean
  onMore(): void
}

type Entry = { kind: 'month'; month: Month } | { kind: 'receipt'; receipt: ReceiptSummary }

/** Row heights in pixels before they are measured. */
const HEIGHT = { month: 40, phone: 76, desk: 48 }
/** How many rows before its end the next page is fetched. */
const AHEAD = 30

/** Only the rows near the window exist: 10,000 receipts scroll like ten. */
export function ReceiptRows({ receipts, year, selection, hasMore, onMore }: Props) {
  const t = useTranslations('receipts')
  const isDesk = useMediaQuery('(min-width: 1024px)') ?? false
  const { nameOf } = useFormats()
  const { data: reliefs } = useQuery(reliefsQuery(year))
  const entries = useMemo(() => (isDesk ? receipts.map(toEntry) : byMonth(receipts)), [isDesk, receipts])
  const list = useRef<HTMLUListElement>(null)
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: (index) =>
      entries[index]?.kind === 'month' ? HEIGHT.month : isDesk ? HEIGHT.desk : HEIGHT.phone,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last > entries.length - AHEAD) onMore()
  }, [hasMore, last, entries.length, onMore])

  return (
    <>
      <div className={styles.columns} aria-hidden="true">
        <span />
        <span />
        <span>{t('columns.shop')}</span>
        <span>{t('columns.day')}</span>
        <span>{t('columns.for')}</span>
        <span>{t('columns.state')}</span>
        <span className={styles.right}>{t('columns.total')}</span>
        <span className={styles.right}>{t('columns.counts')}</span>
      </div>
      <ul ref={list} className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const entry = entries[index]
          if (!entry) return null
          const top = { transform: `translateY(${start - virtual.options.scrollMargin}px)` }
          return (
            <li key={key} ref={virtual.measureElement} data-index={index} className={styles.item} style={top}>
              {entry.kind === 'month' ? (
                <MonthHead month={entry.month} />
              ) : (
                <ReceiptRow receipt={entry.receipt} selection={selection} relief={nameFor(entry.receipt)} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )

  function nameFor(receipt: ReceiptSummary) {
    const code = mainRelief(receipt)
    const relief = code !== null && reliefs ? findRelief(reliefs, code) : undefined
    return relief ? nameOf(relief.shortName) : null
  }
}

const toEntry = (receipt: ReceiptSummary): Entry => ({ kind: 'receipt', receipt })

/** On a phone each month has a head with its sums. */
function byMonth(receipts: ReceiptSummary[]): Entry[] {
  const months = monthsOf(receipts)
  let current: string | undefined
  return receipts.flatMap((receipt): Entry[] => {
    const month = receipt.paidOn?.slice(0, 7) ?? ''
    const sums = months.get(month)
    const entry = toEntry(receipt)
    if (month === current || !sums) return [entry]
    current = month
    return [{ kind: 'month', month: sums }, entry]
  })
}

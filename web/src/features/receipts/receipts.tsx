import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { receiptListQuery } from '../../api/receipt-list.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useIsLawKnown } from '../../ui/use-is-law-known.ts'
import { useYear } from '../../ui/use-year.ts'
import { ChosenBar } from './list/chosen-bar.tsx'
import { FilterChips } from './list/filter-chips.tsx'
import { NoReceipts } from './list/no-receipts.tsx'
import { ReceiptRows } from './list/receipt-rows.tsx'
import { SearchField } from './list/search-field.tsx'
import { useSelection } from './list/use-selection.ts'
import styles from './receipts.module.css'

/** Every receipt of a year: searched, filtered and done together. The address holds what is shown. */
export function Receipts() {
  const t = useTranslations('receipts')
  const { number } = useFormats()
  const year = useYear()
  const { view, search: _, ...filters } = useSearch({ from: '/app/receipts' })
  const query = useInfiniteQuery(receiptListQuery({ ...filters, year }))
  const receipts = useMemo(() => query.data?.pages.flatMap((page) => page.receipts) ?? [], [query.data])
  const total = query.data?.pages[0]?.total ?? null
  const selection = useSelection(receipts)
  const isLawKnown = useIsLawKnown(year)

  return (
    <div className={styles.receipts}>
      <div className={styles.head}>
        <h1 className="page-title">{filters.trash ? t('filters.trash') : t('title')}</h1>
        {total !== null && (
          <p className="soft">
            {filters.trash
              ? t('count', { count: total })
              : t('inYear', { count: number(total), year: String(year) })}
          </p>
        )}
      </div>
      <SearchField />
      <FilterChips year={year} />
      {isLawKnown === false && <p className="note">{t('noLaw', { year: String(year) })}</p>}
      {filters.trash && receipts.length > 0 && <p className="note">{t('trashNote')}</p>}
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading />
      ) : receipts.length === 0 ? (
        <NoReceipts />
      ) : (
        <ReceiptRows
          receipts={receipts}
          year={year}
          view={view ?? 'rows'}
          selection={selection}
          hasMore={query.hasNextPage}
          onMore={() => void (query.isFetchingNextPage || query.fetchNextPage())}
        />
      )}
      <ChosenBar selection={selection} isTrash={filters.trash === true} />
    </div>
  )
}

import { IconPencilPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useState } from 'react'
import { receiptListQuery } from '../../api/receipt-list.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useConnection } from '../../ui/use-connection.ts'
import { useIsDesk } from '../../ui/use-is-desk.ts'
import { useIsLawKnown } from '../../ui/use-is-law-known.ts'
import { useYear } from '../../ui/use-year.ts'
import { BulkReport } from './list/bulk-report.tsx'
import { ChosenBar } from './list/chosen-bar.tsx'
import { FilterChips } from './list/filter-chips.tsx'
import { KeptDialog } from './list/kept-dialog.tsx'
import { KeptReceipts } from './list/kept-receipts.tsx'
import { NoReceipts } from './list/no-receipts.tsx'
import { ReceiptRows } from './list/receipt-rows.tsx'
import { SearchField } from './list/search-field.tsx'
import { useBulkActions } from './list/use-bulk-actions.ts'
import { useKeepList } from './list/use-keep-list.ts'
import { useListed } from './list/use-listed.ts'
import { useSelection } from './list/use-selection.ts'
import { ViewSwitch } from './list/view-switch.tsx'
import styles from './receipts.module.css'

/** Every receipt of a year: searched, filtered and done together. The address holds what is shown. */
export function Receipts() {
  const t = useTranslations('receipts')
  const { number } = useFormats()
  const year = useYear()
  const isDesk = useIsDesk()
  const { view = 'rows', search: _, ...filters } = useSearch({ from: '/app/receipts' })
  const { trash = false, text } = filters
  const query = useInfiniteQuery(receiptListQuery({ ...filters, year }))
  const { hasNextPage, fetchNextPage } = query
  // A page that arrives is drawn in slices, between the frames of a scroll.
  const pages = useDeferredValue(query.data?.pages)
  // The trash is in the order in which things were thrown away, so months have no place in it.
  const listed = useListed(pages, !trash && (!isDesk || view === 'tiles'))
  const total = query.data?.pages[0]?.total ?? null
  const selection = useSelection(listed)
  const [isChoosing, setChoosing] = useState(false)
  const endChoosing = useCallback(() => {
    selection.clear()
    setChoosing(false)
  }, [selection.clear])
  const actions = useBulkActions(endChoosing)
  // Asked again while a page is on its way, it waits for that page.
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const isLawKnown = useIsLawKnown(year)
  const { isOnline } = useConnection()
  const isFiltered = Object.keys(filters).some((name) => name !== 'year')
  const isWholeYear = query.isSuccess && !query.isPlaceholderData && !query.hasNextPage && !isFiltered
  useKeepList(year, isWholeYear ? query.data.pages : undefined)
  if (!isOnline && !query.data) {
    return (
      <div className={styles.receipts}>
        <h1 className="page-title">{t('title')}</h1>
        <KeptReceipts year={year} />
      </div>
    )
  }

  return (
    <div className={styles.receipts}>
      <div className={styles.head}>
        <h1 className="page-title">{trash ? t('filters.trash') : t('title')}</h1>
        {total !== null && (
          <p className={styles.count}>
            {trash ? t('count', { count: total }) : t('inYear', { count: number(total), year: String(year) })}
          </p>
        )}
      </div>
      <SearchField />
      <div className={styles.filters}>
        <FilterChips year={year} />
        <div className={styles.tools}>
          {!trash && (
            <LinkButton
              to="/app/receipts/new"
              look="text"
              height={44}
              icon={<IconPencilPlus size={20} stroke={1.7} aria-hidden />}
            >
              {t('byHand')}
            </LinkButton>
          )}
          {!isDesk && listed.count > 0 && (
            <Button
              look="text"
              height={44}
              aria-pressed={isChoosing}
              onClick={() => (isChoosing ? endChoosing() : setChoosing(true))}
            >
              {t('choose')}
            </Button>
          )}
          <ViewSwitch view={view} />
        </div>
      </div>
      {isLawKnown === false && <p className="note">{t('noLaw', { year: String(year) })}</p>}
      {trash && listed.count > 0 && <p className="note">{t('trashNote')}</p>}
      {actions.report && <BulkReport report={actions.report} onClose={actions.closeReport} />}
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading />
      ) : listed.count === 0 && (query.isPlaceholderData || pages !== query.data.pages) ? (
        <Loading />
      ) : listed.count === 0 && !hasNextPage ? (
        <NoReceipts />
      ) : (
        <ReceiptRows
          key={view}
          listed={listed}
          year={year}
          view={view}
          text={text}
          isChoosing={isChoosing || selection.chosen.length > 0}
          selection={selection}
          hasMore={hasNextPage}
          onMore={more}
        />
      )}
      {selection.chosen.length > 0 && (
        <ChosenBar
          selection={selection}
          listed={listed.count}
          isTrash={trash}
          actions={actions}
          onClose={endChoosing}
        />
      )}
      <KeptDialog kept={actions.kept} onAnswer={(agreed) => void actions.answerKept(agreed)} />
    </div>
  )
}

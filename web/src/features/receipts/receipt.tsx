import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { receiptQuery } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ReceiptSheet } from './page/receipt-sheet.tsx'

/** The page of one receipt: everything known about it. */
export function ReceiptPage() {
  const t = useTranslations('receipts')
  const { id } = useParams({ from: '/app/receipts/$id' })
  const { text } = useSearch({ from: '/app/receipts/$id' })
  const {
    data: receipt,
    error,
    refetch,
  } = useQuery({
    ...receiptQuery(id),
    refetchInterval: ({ state }) => (state.data?.reading ? 2_000 : false),
  })
  if (error) return <ProblemNotice screen={t('title')} error={error} onRetry={() => void refetch()} />
  if (!receipt) return <Loading screen={t('title')} />
  return <ReceiptSheet key={receipt.id} receipt={receipt} text={text} />
}

import { useQuery } from '@tanstack/react-query'
import { receiptQuery, textQuery } from '../../api/queries.ts'
import { useSuspect } from '../../ui/duplicates/use-suspect.ts'

/** Fetches what the screen of a receipt shows; true once it is there. */
export function useFetchedAhead(id: string | undefined) {
  const isNamed = id !== undefined
  const { data: receipt } = useQuery({ ...receiptQuery(id ?? ''), enabled: isNamed })
  const hasText = receipt !== undefined && receipt.files.length > 0 && !receipt.reading
  const text = useQuery({ ...textQuery(id ?? ''), enabled: isNamed && hasText })
  const suspect = useSuspect(receipt)
  return receipt !== undefined && (!hasText || !text.isPending) && suspect !== 'loading'
}

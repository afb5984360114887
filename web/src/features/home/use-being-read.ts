import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '../../api/keys.ts'
import { beingReadQuery } from '../../api/queries.ts'

/** How many receipts are being read; undefined until that is known. What one of them changes when it is done is asked for anew. */
export function useBeingRead(): number | undefined {
  const client = useQueryClient()
  const { data, error } = useQuery(beingReadQuery)
  const count = error ? 0 : data
  const before = useRef(0)
  useEffect(() => {
    if (count === undefined) return
    if (count < before.current) {
      void client.invalidateQueries({ queryKey: keys.queues })
      void client.invalidateQueries({ queryKey: keys.years })
    }
    before.current = count
  }, [client, count])
  return count
}

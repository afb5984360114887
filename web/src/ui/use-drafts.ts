import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { createDrafts } from '../offline/drafts.ts'

/** What is typed for a receipt and not saved yet: survives a reload, a lost network and an ended session. */
export function useDrafts(receiptId: string) {
  const { data: profile } = useQuery(sessionQuery)
  const sub = profile?.sub ?? ''
  const stored = useMemo(() => createDrafts(sub), [sub])
  const [drafts, setDrafts] = useState(() => stored.read(receiptId))

  return {
    drafts,
    setDraft(field: string, text: string | null) {
      if (text === null) stored.forget(receiptId, field)
      else stored.write(receiptId, field, text)
      setDrafts(stored.read(receiptId))
    },
    forget(field?: string) {
      stored.forget(receiptId, field)
      setDrafts(stored.read(receiptId))
    },
  }
}

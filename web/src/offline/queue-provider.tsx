import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { keys } from '../api/keys.ts'
import { isUnsent, type QueueEntry } from './queue-entry.ts'
import { createUploadQueue, type UploadQueue } from './upload-queue.ts'
import { createUploadStore } from './upload-store.ts'

const QueueContext = createContext<UploadQueue | null>(null)
const NONE: readonly QueueEntry[] = []

/** The upload queue of the signed-in person; it works on while they look at other screens. */
export function QueueProvider({ sub, children }: { sub: string; children: ReactNode }) {
  const client = useQueryClient()
  const [queue, setQueue] = useState<UploadQueue | null>(null)
  useEffect(() => {
    const created = createUploadQueue({
      sub,
      store: createUploadStore(),
      onArrived(receiptId) {
        // Not every receipt: forty that arrive together would each be asked for forty times.
        for (const queryKey of [keys.receipt(receiptId), keys.lists, keys.queues])
          void client.invalidateQueries({ queryKey })
      },
      onOtherPerson: () => location.reload(),
    })
    setQueue(created)
    return () => created.stop()
  }, [sub, client])
  return (
    <QueueContext value={queue}>
      <LeaveWarning />
      {children}
    </QueueContext>
  )
}

/** Null for the moment before the queue is there. */
export const useUploadQueue = () => use(QueueContext)

/** What the device has no room for would be lost with the window: the browser asks before it is closed. */
function LeaveWarning() {
  const isNeeded = useUploads().some((entry) => entry.isUnkept && isUnsent(entry))
  useEffect(() => {
    if (!isNeeded) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isNeeded])
  return null
}

const noSubscription = () => () => {}

export function useUploads(): readonly QueueEntry[] {
  const queue = use(QueueContext)
  return useSyncExternalStore(queue?.subscribe ?? noSubscription, queue?.entries ?? (() => NONE))
}

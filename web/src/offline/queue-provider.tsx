import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { keys } from '../api/keys.ts'
import type { QueueEntry } from './queue-entry.ts'
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
  return <QueueContext value={queue}>{children}</QueueContext>
}

/** Null for the moment before the queue is there. */
export const useUploadQueue = () => use(QueueContext)

const noSubscription = () => () => {}

export function useUploads(): readonly QueueEntry[] {
  const queue = use(QueueContext)
  return useSyncExternalStore(queue?.subscribe ?? noSubscription, queue?.entries ?? (() => NONE))
}

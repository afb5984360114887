import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from './keys.ts'

interface Change {
  /** Ids of the receipts that changed; null: too many to name. */
  receipts: string[] | null
}

/** How often everything is asked for again where the stream of changes cannot be had, in ms. */
const POLL_MS = 30_000
/** After so many failures in a row the stream is given up for polling. */
const MAX_FAILURES = 3

/**
 * Follows what changes elsewhere: in another tab, on another device, or by a reading that has finished. Server-Sent
 * Events where they work; a proxy that holds them back makes it poll instead.
 */
export function useChanges() {
  const client = useQueryClient()
  useEffect(() => {
    let failures = 0
    let timer: ReturnType<typeof setInterval> | undefined
    const refresh = ({ receipts }: Change) => {
      if (receipts === null) void client.invalidateQueries({ queryKey: keys.receipts })
      else {
        for (const id of receipts) void client.invalidateQueries({ queryKey: keys.receipt(id) })
        void client.invalidateQueries({ queryKey: keys.lists })
        void client.invalidateQueries({ queryKey: keys.queues })
      }
      void client.invalidateQueries({ queryKey: keys.years })
    }
    const poll = () => {
      timer ??= setInterval(
        () => document.visibilityState === 'visible' && refresh({ receipts: null }),
        POLL_MS,
      )
    }
    const source = new EventSource('/events')
    source.addEventListener('change', (event) => refresh(JSON.parse(event.data)))
    source.addEventListener('open', () => {
      // What changed while nobody was listening.
      if (failures > 0) refresh({ receipts: null })
      failures = 0
    })
    source.addEventListener('error', () => {
      failures++
      if (failures < MAX_FAILURES && source.readyState !== EventSource.CLOSED) return
      source.close()
      poll()
    })
    return () => {
      source.close()
      clearInterval(timer)
    }
  }, [client])
}

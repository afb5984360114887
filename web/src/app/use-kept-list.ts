import { useEffect } from 'react'
import { currentConnection } from '../api/connection.ts'
import { refreshKeptList } from '../offline/kept-list.ts'
import { useYear } from '../ui/use-year.ts'

/** How long a screen is left alone before the list is fetched, in ms. */
const QUIET_MS = 10_000

/** Keeps the receipts of the year on the device, so that they can be read without a network. */
export function useKeptList(sub: string) {
  const year = useYear()
  useEffect(() => {
    const stopping = new AbortController()
    const timer = setTimeout(() => {
      if (!currentConnection().isOnline || document.visibilityState === 'hidden') return
      // It is a convenience: the next visit tries again.
      refreshKeptList(sub, year, stopping.signal).catch(() => {})
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stopping.abort()
    }
  }, [sub, year])
}

import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { nameOf, sessionQuery } from '../../api/session.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { bytesOf, isUnsent, type QueueEntry } from '../../offline/queue-entry.ts'
import { useConnection } from '../../ui/use-connection.ts'
import styles from './snap.module.css'

/** What a photograph of a receipt has at least. */
const USUAL_BYTES = 500_000

const bold = (chunks: ReactNode) => <b>{chunks}</b>

/** Whose the waiting receipts are, and how much room they take. */
export function OnlyAs({ uploads }: { uploads: readonly QueueEntry[] }) {
  const t = useTranslations('snap')
  const { bytes } = useFormats()
  const { isOnline } = useConnection()
  const { data: profile } = useQuery(sessionQuery)
  const unsent = uploads.filter(isUnsent)
  const size = unsent.reduce((sum, entry) => sum + bytesOf(entry), 0)
  const free = useFreeBytes(size)
  if (isOnline || !profile || unsent.length === 0) return null
  const room = Math.floor(free / Math.max(size / unsent.length, USUAL_BYTES))
  return (
    <p className={styles.aside}>
      <IconLock size={22} stroke={1.7} aria-hidden />
      <span>
        {t.rich('onlyAs', {
          b: bold,
          name: nameOf(profile),
          count: unsent.length,
          size: bytes(size),
          room: roundedDown(room),
        })}
      </span>
    </p>
  )
}

/** One figure counts: it is an estimate. */
function roundedDown(count: number) {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))))
  return Math.floor(count / step) * step
}

/** What the browser says the app may still store; 0 where it does not say. Asked again when `used` changes. */
function useFreeBytes(used: number): number {
  const [free, setFree] = useState(0)
  useEffect(() => {
    if (used === 0) return
    navigator.storage?.estimate?.().then(
      ({ quota = 0, usage = 0 }) => setFree(Math.max(0, quota - usage)),
      () => setFree(0),
    )
  }, [used])
  return free
}

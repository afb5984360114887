import { IconFileText } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { QueueEntry } from '../../offline/queue-entry.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './snap.module.css'

/** The first page from the device while it is still there, else the server's thumbnail. */
export function LocalPicture({ upload: { id, pages, receiptId } }: { upload: QueueEntry }) {
  const blob = pages[0]?.blob
  const [url, setUrl] = useState<string>()
  const isPicture = blob !== undefined && blob.size > 0 && /^image\/(jpeg|png|webp)$/.test(blob.type)
  // Each look into the database brings the same picture as another object.
  const kept = useRef<Blob>(undefined)
  kept.current = blob
  const identity = isPicture ? `${id} ${blob.size}` : undefined
  useEffect(() => {
    if (!identity || !kept.current) return
    const made = URL.createObjectURL(kept.current)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [identity])
  if (isPicture && url) {
    return (
      <span className={styles.picture}>
        <img src={url} alt="" />
      </span>
    )
  }
  if (receiptId) return <Thumbnail receipt={{ id: receiptId, files: 1, einvoice: null }} />
  return (
    <span className={styles.picture}>
      <IconFileText size={20} stroke={1.6} aria-hidden />
    </span>
  )
}

import { useEffect, useState } from 'react'
import type { Tracker } from './tracker.ts'

interface PictureProps {
  tracker: Tracker
  id: string
  /** At most 400 or 2,000 pixels a side. */
  size: 'thumbnail' | 'preview'
  alt: string
}

/** A picture of a receipt. An `img` cannot send a token, so the bytes are fetched and shown from memory. */
export function Picture({ tracker, id, size, alt }: PictureProps) {
  const [url, setUrl] = useState<string>()

  useEffect(() => {
    const stop = new AbortController()
    let made: string | undefined
    tracker
      .call(`/receipts/${id}/file?size=${size}`, { signal: stop.signal })
      .then((response) => response.blob())
      .then((blob) => {
        if (stop.signal.aborted) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      })
      // An e-invoice has no picture; a page without one still shows the values.
      .catch(() => undefined)
    return () => {
      stop.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [tracker, id, size])

  return url ? <img className={size} src={url} alt={alt} /> : <span className={size} />
}

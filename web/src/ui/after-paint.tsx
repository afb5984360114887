import { type ReactNode, useEffect, useState } from 'react'

/** A window in the background paints nothing; what waits for a paint comes after this many ms at the latest. */
const LATEST_MS = 300

/**
 * Draws its children, and asks the server for what they show, once what stands before them has been painted: on a slow
 * phone the sentence of the home screen would wait for everything below it.
 */
export function AfterPaint({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setDue(true), LATEST_MS)
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      // A frame's callbacks run before it is painted, a task after it.
      timer = setTimeout(() => setDue(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isDue ? children : null
}

import { type TouchEvent, useRef } from 'react'

/** A finger that moves so far sideways, and less up or down, has swiped; in CSS pixels. */
const FAR = 56

/** Handlers that tell a swipe with one finger: `1` forwards (to the left), `-1` back. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const begun = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart({ touches }: TouchEvent) {
      const finger = touches[0]
      // Two fingers zoom.
      begun.current = finger && touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null
    },
    onTouchEnd({ changedTouches }: TouchEvent) {
      const from = begun.current
      const finger = changedTouches[0]
      begun.current = null
      if (!from || !finger) return
      const along = finger.clientX - from.x
      if (Math.abs(along) >= FAR && Math.abs(along) > Math.abs(finger.clientY - from.y))
        onSwipe(along < 0 ? 1 : -1)
    },
  }
}

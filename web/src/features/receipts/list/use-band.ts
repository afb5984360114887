import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** What is rendered of a list, in pixels from its top. */
export interface Band {
  from: number
  to: number
}

/** The band moves in steps of so many pixels, so that most frames of a scroll change nothing. */
const STEP = 240
/** How far it reaches beyond the window on either side. */
const BEYOND = 480

/** The part of a list that is near the window. */
export function useBand(list: RefObject<HTMLElement | null>): Band {
  const [band, setBand] = useState<Band>({ from: 0, to: 0 })

  useEffect(() => {
    function follow() {
      if (!list.current) return
      const next = bandOf(list.current)
      setBand((before) => (before.from === next.from && before.to === next.to ? before : next))
    }
    window.addEventListener('scroll', follow, { passive: true })
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
    }
  }, [list])
  useLayoutEffect(() => {
    if (list.current) setBand(bandOf(list.current))
  }, [list])
  return band
}

function bandOf(list: HTMLElement): Band {
  const top = -list.getBoundingClientRect().top
  const from = Math.floor((top - BEYOND) / STEP) * STEP
  const to = Math.ceil((top + window.innerHeight + BEYOND) / STEP) * STEP
  return { from: Math.max(0, from), to }
}

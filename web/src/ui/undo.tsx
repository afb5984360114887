import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import styles from './undo.module.css'

/** How long a person has to take something back, in ms. */
const UNDO_MS = 10_000
const TICK_MS = 100

interface Offer {
  id: number
  text: string
  undo(): void
}

interface UndoOffers {
  /** Says what was done and offers to undo it; replaces an earlier offer. */
  offer(text: string, undo: () => void): void
  /** Undoes what is offered, by key. */
  undo(): void
}

const UndoContext = createContext<UndoOffers | null>(null)

export function UndoProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<Offer | null>(null)
  const count = useRef(0)
  const latest = useRef<Offer | null>(null)
  latest.current = current

  const offer = useCallback((text: string, undo: () => void) => {
    count.current++
    setCurrent({ id: count.current, text, undo })
  }, [])
  const undo = useCallback(() => {
    latest.current?.undo()
    setCurrent(null)
  }, [])
  const offers = useMemo(() => ({ offer, undo }), [offer, undo])

  return (
    <UndoContext value={offers}>
      {children}
      <div className={styles.place} role="status">
        {current && (
          <UndoBar key={current.id} text={current.text} onUndo={undo} onEnd={() => setCurrent(null)} />
        )}
      </div>
    </UndoContext>
  )
}

export function useUndo(): UndoOffers {
  const offers = use(UndoContext)
  if (!offers) throw new Error('useUndo needs an UndoProvider')
  return offers
}

/** Runs out in ten seconds; stops while it is focused or hovered. */
function UndoBar({ text, onUndo, onEnd }: { text: string; onUndo: () => void; onEnd: () => void }) {
  const t = useTranslations('common')
  const [left, setLeft] = useState(UNDO_MS)
  const [isHeld, setHeld] = useState(false)
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) }

  useEffect(() => {
    if (isHeld) return
    const timer = setInterval(() => setLeft((ms) => ms - TICK_MS), TICK_MS)
    return () => clearInterval(timer)
  }, [isHeld])
  useEffect(() => {
    if (left <= 0) onEnd()
  }, [left, onEnd])

  return (
    <div className={styles.bar} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <span>{text}</span>
      <button type="button" className={styles.undo} onClick={onUndo} {...hold}>
        {t('undo')}
      </button>
      <span className={styles.clock} aria-hidden="true">
        <span style={{ width: `${(100 * left) / UNDO_MS}%` }} />
      </span>
    </div>
  )
}

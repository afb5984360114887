import { useEffect, useRef } from 'react'
import { useUndo } from '../../ui/undo.tsx'

interface Keys {
  onNext(): void
  onStep(by: number): void
}

/** Whether a key belongs to what has the focus: typing, choosing, or a dialog. */
function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey) return true
  if (!(target instanceof HTMLElement)) return false
  return (
    target.closest('input:not([type="radio"]), textarea, select, [role="dialog"], [role="menu"]') !== null
  )
}

/** Enter confirms, j and k move, u undoes. */
export function useCheckKeys(keys: Keys) {
  const { undo } = useUndo()
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || isTaken(event)) return
      const isOnButton = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
      if (event.key === 'Enter' && !isOnButton) {
        // A key that is held down would confirm receipts that nobody has seen.
        if (!event.repeat) latest.current.onNext()
      } else if (event.key === 'j') latest.current.onStep(1)
      else if (event.key === 'k') latest.current.onStep(-1)
      else if (event.key === 'u') undo()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])
}

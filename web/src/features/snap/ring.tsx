import { IconCheck, IconCopy, IconExclamationMark } from '@tabler/icons-react'
import styles from './ring.module.css'

const RADIUS = 16
const LENGTH = 2 * Math.PI * RADIUS

interface Props {
  state: 'waiting' | 'sending' | 'stopped' | 'reading' | 'done' | 'known' | 'refused'
  /** The part that is sent, 0 to 1. */
  share?: number
}

/** One place, one shape: dashed while it waits, a share while it is sent (grey where that stopped), turning while it is read, then a tick. */
export function Ring({ state, share = 0 }: Props) {
  if (state === 'done' || state === 'known' || state === 'refused') {
    const Icon = { done: IconCheck, known: IconCopy, refused: IconExclamationMark }[state]
    return (
      <span className={styles.disc} data-state={state} aria-hidden="true">
        <Icon size={20} stroke={2} />
      </span>
    )
  }
  const shown = state === 'reading' ? 0.2 : share
  return (
    <svg className={styles.ring} data-state={state} viewBox="0 0 36 36" aria-hidden="true">
      <circle className={styles.track} cx="18" cy="18" r={RADIUS} />
      {state !== 'waiting' && (
        <circle
          className={styles.share}
          cx="18"
          cy="18"
          r={RADIUS}
          strokeDasharray={`${LENGTH * shown} ${LENGTH}`}
        />
      )}
    </svg>
  )
}

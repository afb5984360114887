import styles from './segments.module.css'

interface Segment {
  id: string
  isAnswered: boolean
}

/** Which receipts or questions are answered, and which one is open. The words beside it say the same. */
export function Segments({ parts, current }: { parts: readonly Segment[]; current?: string | undefined }) {
  return (
    <div className={styles.segments} aria-hidden="true">
      {parts.map(({ id, isAnswered }) => (
        <span key={id} data-state={id === current ? 'current' : isAnswered ? 'done' : 'open'} />
      ))}
    </div>
  )
}

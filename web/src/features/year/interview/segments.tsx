import type { CardId } from './screen.ts'
import type { Card } from './screens.ts'
import styles from './segments.module.css'

/** Which cards are answered, and which one is open. The words beside it say the same. */
export function Segments({ cards, current }: { cards: readonly Card[]; current?: CardId | undefined }) {
  return (
    <div className={styles.segments} aria-hidden="true">
      {cards.map(({ id, isAnswered }) => (
        <span key={id} data-state={id === current ? 'current' : isAnswered ? 'done' : 'open'} />
      ))}
    </div>
  )
}

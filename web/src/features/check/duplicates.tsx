import type { Receipt } from '../../../../server/api-types.ts'
import { Compare } from '../../ui/duplicates/compare.tsx'
import styles from './check.module.css'
import { useCheckKeys } from './use-check-keys.ts'

interface Props {
  receipt: Receipt
  other: Receipt
  /** This receipt went to the trash as the copy of the other. */
  onDone(): void
  onStep(by: number): void
}

/** Before a receipt that may be here twice is checked: whether it is the same as another. */
export function Duplicates({ receipt, other, onDone, onStep }: Props) {
  useCheckKeys({ onNext: () => {}, onStep })
  return (
    <div className={styles.twins}>
      <Compare receipt={receipt} other={other} onSettled={(gone) => gone?.id === receipt.id && onDone()} />
    </div>
  )
}

import styles from './receipt-rows.module.css'

interface Props {
  label: string
  isChosen: boolean
  /** Also on a phone, where a tap anywhere on the receipt chooses it then. */
  always: boolean
  onToggle(): void
}

export function ChooseBox({ label, isChosen, always, onToggle }: Props) {
  return (
    <span className={styles.choose} data-always={always || undefined}>
      <input type="checkbox" aria-label={label} checked={isChosen} onChange={onToggle} />
      <span className={styles.box} />
    </span>
  )
}

import type { ReactNode } from 'react'
import styles from './icon-button.module.css'

interface Props {
  /** What it does, and to what: nobody sees it. */
  label: string
  onClick(): void
  children: ReactNode
}

/** An icon that does something: edit, rename. */
export function IconButton({ label, onClick, children }: Props) {
  return (
    <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}

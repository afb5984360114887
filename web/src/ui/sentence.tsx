import type { ReactNode } from 'react'
import styles from './sentence.module.css'

/** The sentence a screen explains, made of clauses. */
export function Sentence({ children }: { children: ReactNode }) {
  return (
    <h1 className={styles.sentence} aria-live="polite">
      {children}
    </h1>
  )
}

/** A part of the sentence: on a desk each has a line of its own. */
export const Clause = ({ children }: { children: ReactNode }) => (
  <span className={styles.clause}>{children} </span>
)

/** A figure inside the sentence. */
export const Figure = ({ children }: { children: ReactNode }) => (
  <strong className={styles.figure}>{children}</strong>
)
